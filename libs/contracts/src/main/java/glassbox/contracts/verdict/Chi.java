package glassbox.contracts.verdict;

import org.jspecify.annotations.Nullable;

/**
 * The clump order parameter of an answer.
 *
 * @param value .5 E + .3 L + .2 C, in [0, 1]
 * @param collapse .5 E: weighted entropy collapse
 * @param loop .3 L: weighted loop rate
 * @param contradiction .2 C: weighted contradiction rate
 * @param loopRate L with its interval
 * @param contradictionRate C with its interval
 * @param meanNormalizedEntropy over the window
 * @param diffuse whether the text is too diffuse, which chi alone cannot see
 * @param withoutFree the same without tokens that may be worded freely; null where none were marked
 * @param average exponentially weighted moving average with this answer in it; null where no
 *     earlier average was given
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
    @Nullable WithoutFree withoutFree,
    @Nullable Double average) {

  /** Chi by itself. */
  public Chi(
      double value,
      double collapse,
      double loop,
      double contradiction,
      Rate loopRate,
      Rate contradictionRate,
      double meanNormalizedEntropy,
      boolean diffuse) {
    this(
        value,
        collapse,
        loop,
        contradiction,
        loopRate,
        contradictionRate,
        meanNormalizedEntropy,
        diffuse,
        null,
        null);
  }

  /**
   * Chi over the draft's tokens that the task settles. The gate does not use it.
   *
   * @param value with the same loop and contradiction terms
   * @param collapse weighted collapse of the rest
   * @param meanNormalizedEntropy of the rest
   * @param tokens how many there are in the window
   */
  public record WithoutFree(
      double value, double collapse, double meanNormalizedEntropy, int tokens) {}
}
