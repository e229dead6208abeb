package glassbox.esi.heat;

import java.util.Optional;

/**
 * Adapts the schedule of the next run to what the last ones were like: a collapsed draft warms the
 * draft, a diffuse one cools it, critics that disagree cool the verification.
 *
 * @param collapsedBelow mean normalised entropy of the draft under which it is collapsed
 * @param diffuseAbove over which it is diffuse
 * @param step change of a temperature
 * @param draft coolest and warmest draft
 * @param coolestVerify least temperature of the verification
 * @param csaDip agreement under which critics disagree
 */
public record AutoHeat(
    double collapsedBelow,
    double diffuseAbove,
    double step,
    Range draft,
    double coolestVerify,
    double csaDip) {

  /** Part 5.4 of the source: .55, .80, steps of .05, a draft in [.60, .90], verification >= .05. */
  public static final AutoHeat DEFAULT =
      new AutoHeat(0.55, 0.80, 0.05, new Range(0.60, 0.90), 0.05, 0.67);

  public AutoHeat {
    if (!(collapsedBelow >= 0 && collapsedBelow < diffuseAbove && diffuseAbove <= 1)) {
      throw new IllegalArgumentException("0 <= collapsedBelow < diffuseAbove <= 1 must hold");
    }
    if (!(step > 0) || !(coolestVerify > 0)) {
      throw new IllegalArgumentException("step and coolestVerify must be above 0");
    }
  }

  /** Allowed temperatures. */
  public record Range(double least, double most) {
    public Range {
      if (!(least > 0 && least <= most)) {
        throw new IllegalArgumentException("0 < least <= most must hold");
      }
    }

    double clamp(double value) {
      return Math.clamp(value, least, most);
    }
  }

  /** The change that a draft's mean normalised entropy asks for; none where it is healthy. */
  public Optional<HeatChange> draft(HeatSchedule schedule, double meanEntropy) {
    if (meanEntropy < collapsedBelow) {
      return warmed(schedule, "the draft collapsed");
    }
    return meanEntropy > diffuseAbove ? cooled(schedule, "the draft is diffuse") : Optional.empty();
  }

  /** A draft one step warmer; none where it is as warm as it may be. */
  public Optional<HeatChange> warmed(HeatSchedule schedule, String reason) {
    double now = schedule.draft().temperature();
    double next = draft.clamp(rounded(now + step));
    return next > now ? Optional.of(draft(schedule, next, reason)) : Optional.empty();
  }

  /** A draft one step cooler; none where it is as cool as it may be. */
  public Optional<HeatChange> cooled(HeatSchedule schedule, String reason) {
    double now = schedule.draft().temperature();
    double next = draft.clamp(rounded(now - step));
    return next < now ? Optional.of(draft(schedule, next, reason)) : Optional.empty();
  }

  private static HeatChange draft(HeatSchedule schedule, double next, String reason) {
    double now = schedule.draft().temperature();
    return new HeatChange("T1", now, next, reason, schedule.withDraft(next));
  }

  /** The change that smoothed agreement of the critics asks for. */
  public Optional<HeatChange> verify(HeatSchedule schedule, double csa) {
    double next = Math.max(coolestVerify, rounded(schedule.verify().temperature() - step));
    return csa >= csaDip || next >= schedule.verify().temperature()
        ? Optional.empty()
        : Optional.of(verify(schedule, next, "the critics disagree"));
  }

  /** A verification one step back towards what is configured; none where it is there. */
  public Optional<HeatChange> restored(HeatSchedule schedule, double configured) {
    double next = Math.min(configured, rounded(schedule.verify().temperature() + step));
    return next > schedule.verify().temperature()
        ? Optional.of(verify(schedule, next, "the critics agree again"))
        : Optional.empty();
  }

  private static HeatChange verify(HeatSchedule schedule, double next, String reason) {
    double now = schedule.verify().temperature();
    return new HeatChange("T2", now, next, reason, schedule.withVerify(next));
  }

  /** Steps of hundredths must not drift. */
  private static double rounded(double temperature) {
    return Math.round(temperature * 1e6) / 1e6;
  }
}
