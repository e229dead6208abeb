package glassbox.contracts.analytics;

import org.jspecify.annotations.Nullable;

/**
 * The legibility certificates of many answers. Delta is a total variation, in [0, 1].
 *
 * @param certifiedRuns runs whose answer has a certificate
 * @param untrustedRuns of which above their bar
 * @param tokens certified
 * @param deltaMean over these tokens; null for none
 * @param deltaP95 the delta that 95% of these tokens do not exceed; null for none
 * @param deltaMax over these tokens; null for none
 */
public record DeltaQuality(
    long certifiedRuns,
    long untrustedRuns,
    long tokens,
    @Nullable Double deltaMean,
    @Nullable Double deltaP95,
    @Nullable Double deltaMax) {

  /** Of no run. */
  public static final DeltaQuality NONE = new DeltaQuality(0, 0, 0, null, null, null);
}
