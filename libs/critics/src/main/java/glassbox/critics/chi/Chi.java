package glassbox.critics.chi;

import java.util.List;
import java.util.Optional;

/**
 * The clump order parameter: 0 free, 1 collapsed, looping and contradictory.
 *
 * <p>{@code E = 1 - mean normalised entropy}: a confident greedy answer has one-token nuclei, so E
 * near 1 and chi near .5 whatever else it does. That is the specification's formula; thresholds are
 * configurable for callers who decode cold.
 *
 * @param value sum of the three weighted components, in [0, 1]
 * @param collapse weighted E
 * @param loop weighted L
 * @param contradiction weighted C
 * @param loopRate L with its interval
 * @param contradictionRate C with its interval
 * @param meanNormalizedEntropy over the window
 * @param diffuse whether that mean is over the diffuse bar: chi alone is blind to it
 * @param withoutFree the same without tokens that may be worded freely; empty unless some were
 *     marked so
 */
public record Chi(
    double value,
    double collapse,
    double loop,
    double contradiction,
    Rate loopRate,
    Rate contradictionRate,
    double meanNormalizedEntropy,
    boolean diffuse,
    Optional<WithoutFree> withoutFree) {

  /**
   * Chi over the tokens that the task settles.
   *
   * @param value with the same loop and contradiction terms
   * @param collapse weighted E of these tokens
   * @param meanNormalizedEntropy of these tokens
   * @param tokens how many there are in the window
   */
  public record WithoutFree(
      double value, double collapse, double meanNormalizedEntropy, int tokens) {}

  /**
   * Computes chi.
   *
   * @param signals one a token of the answer, in order
   * @param contradictions C: failed checks of all checks that critics issued
   * @return empty if there are no signals: chi is then unknown, not low
   */
  public static Optional<Chi> of(List<Signal> signals, Rate contradictions, ChiSettings settings) {
    ChiMeter meter = new ChiMeter(settings);
    signals.forEach(meter::add);
    return meter.value(contradictions);
  }
}
