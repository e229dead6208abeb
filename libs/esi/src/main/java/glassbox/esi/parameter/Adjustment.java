package glassbox.esi.parameter;

import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.heat.AutoHeat;
import glassbox.esi.heat.AutoStarch;
import glassbox.esi.heat.HeatChange;
import glassbox.esi.scaffold.SlotShares;
import java.util.ArrayList;
import java.util.List;

/** Parameters under change, with every change that really changed something. */
final class Adjustment {

  private static final String HEAT = "auto-heat";
  private static final String STARCH = "auto-starch";
  private static final double NARROWER = 0.05;
  private static final double NARROWEST = 0.7;

  private final AutoHeat heat;
  private final AutoStarch starch;
  private final List<ParameterChange> changes = new ArrayList<>();
  private Parameters now;

  Adjustment(Parameters start, EsiConfiguration configuration) {
    this.now = start;
    this.heat = configuration.controllers().heat();
    this.starch = configuration.controllers().starch();
  }

  Parameters parameters() {
    return now;
  }

  List<ParameterChange> changes() {
    return List.copyOf(changes);
  }

  void warmDraft(String reason) {
    heat.warmed(now.schedule(), reason).ifPresent(this::take);
  }

  void coolDraft(String reason) {
    heat.cooled(now.schedule(), reason).ifPresent(this::take);
  }

  void coolVerify() {
    heat.verify(now.schedule(), 0).ifPresent(this::take);
  }

  /** One step back towards what is configured. */
  void restoreVerify(double configured) {
    heat.restored(now.schedule(), configured).ifPresent(this::take);
  }

  private void take(HeatChange change) {
    now = now.withSchedule(change.schedule());
    note(change.parameter(), change.before(), change.after(), HEAT, change.reason());
  }

  void narrowOutline(String reason) {
    double before = now.schedule().outline().topP();
    double after = Math.max(Math.min(before, NARROWEST), rounded(before - NARROWER));
    if (after < before) {
      now = now.withSchedule(now.schedule().withOutlineTopP(after));
      note("P0", before, after, HEAT, reason);
    }
  }

  void moreStarch(boolean toPlan, String reason) {
    AutoStarch.Symptom symptom =
        toPlan ? AutoStarch.Symptom.LOOPS : AutoStarch.Symptom.CONTRADICTIONS;
    starch
        .react(now.starch(), symptom)
        .filter(change -> change.before() > 0)
        .ifPresent(
            change -> {
              now =
                  now.withStarch(
                      change.after(), now.slots().grown(change.before(), change.after(), toPlan));
              note("S", change.before(), change.after(), STARCH, reason);
            });
  }

  void lessStarch(String reason) {
    double before = now.starch();
    double after = rounded(before - starch.step());
    if (after > 0) {
      now = now.withStarch(after, now.slots());
      note("S", before, after, STARCH, reason);
    }
  }

  /** Half a percent of the window, which is a larger part of the starch itself. */
  void planToTrace(String reason) {
    SlotShares moved = now.slots().planToTrace(part());
    double before = now.slots().trace();
    if (moved.trace() != before) {
      now = now.withStarch(now.starch(), moved);
      note("S_trace", before, moved.trace(), STARCH, reason);
    }
  }

  void planToGlue(String reason) {
    SlotShares moved = now.slots().planToGlue(part());
    double before = now.slots().glue();
    if (moved.glue() != before) {
      now = now.withStarch(now.starch(), moved);
      note("S_glue", before, moved.glue(), STARCH, reason);
    }
  }

  private double part() {
    return now.starch() == 0 ? 0 : Math.min(1, starch.step() / now.starch());
  }

  private void note(String parameter, double before, double after, String by, String reason) {
    changes.add(new ParameterChange(parameter, before, after, by, reason));
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
