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
 */
public record Chi(
    double value,
    double collapse,
    double loop,
    double contradiction,
    Rate loopRate,
    Rate contradictionRate,
    double meanNormalizedEntropy,
    boolean diffuse) {

  /**
   * Computes chi.
   *
   * @param signals one a token of the answer, in order
   * @param contradictions C: failed checks of all checks that critics issued
   * @return empty if there are no signals: chi is then unknown, not low
   */
  public static Optional<Chi> of(List<Signal> signals, Rate contradictions, ChiSettings settings) {
    var mean = EntropyWindow.mean(signals, settings.entropyWindow());
    if (mean.isEmpty()) {
      return Optional.empty();
    }
    Rate loops =
        new LoopDetector(settings).rate(signals.stream().mapToInt(Signal::tokenId).toArray());
    double collapse = settings.collapseWeight() * (1 - mean.getAsDouble());
    double loop = settings.loopWeight() * loops.value();
    double contradiction = settings.contradictionWeight() * contradictions.value();
    return Optional.of(
        new Chi(
            Math.clamp(collapse + loop + contradiction, 0, 1),
            collapse,
            loop,
            contradiction,
            loops,
            contradictions,
            mean.getAsDouble(),
            mean.getAsDouble() > settings.diffuse()));
  }
}
