package glassbox.esi.heat;

import java.util.Optional;

/**
 * When two tool calls in a row disagree on an invariant the rest of the draft is cooled, and the
 * trace must be checked before the answer.
 *
 * @param coolBy how much cooler
 * @param coolest least temperature of the draft
 */
public record ToolRule(double coolBy, double coolest) {

  /** Part 5.4 of the source: T1 = max(.6, T1 - .1). */
  public static final ToolRule DEFAULT = new ToolRule(0.1, 0.6);

  public ToolRule {
    if (!(coolBy > 0) || !(coolest > 0)) {
      throw new IllegalArgumentException("coolBy and coolest must be above 0");
    }
  }

  /** The change for the rest of this draft; none where it is as cool already. */
  public Optional<HeatChange> cooled(HeatSchedule schedule, String invariant) {
    double now = schedule.draft().temperature();
    double next = Math.max(coolest, Math.round((now - coolBy) * 1e6) / 1e6);
    return next >= now
        ? Optional.empty()
        : Optional.of(
            new HeatChange(
                "T1", now, next, "tools disagree on " + invariant, schedule.withDraft(next)));
  }
}
