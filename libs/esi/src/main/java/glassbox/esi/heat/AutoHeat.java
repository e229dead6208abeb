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
    double now = schedule.draft().temperature();
    if (meanEntropy < collapsedBelow) {
      return change(schedule, draft.clamp(rounded(now + step)), "the draft collapsed");
    }
    if (meanEntropy > diffuseAbove) {
      return change(schedule, draft.clamp(rounded(now - step)), "the draft is diffuse");
    }
    return Optional.empty();
  }

  /** The change that smoothed agreement of the critics asks for. */
  public Optional<HeatChange> verify(HeatSchedule schedule, double csa) {
    double now = schedule.verify().temperature();
    double next = Math.max(coolestVerify, rounded(now - step));
    if (csa >= csaDip || next >= now) {
      return Optional.empty();
    }
    return Optional.of(
        new HeatChange("T2", now, next, "the critics disagree", schedule.withVerify(next)));
  }

  private static Optional<HeatChange> change(HeatSchedule schedule, double next, String reason) {
    double now = schedule.draft().temperature();
    return next == now
        ? Optional.empty()
        : Optional.of(new HeatChange("T1", now, next, reason, schedule.withDraft(next)));
  }

  /** Steps of hundredths must not drift. */
  private static double rounded(double temperature) {
    return Math.round(temperature * 1e6) / 1e6;
  }
}
