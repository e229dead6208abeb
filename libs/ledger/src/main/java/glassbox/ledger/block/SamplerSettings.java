package glassbox.ledger.block;

/**
 * How tokens were drawn from the joint distribution.
 *
 * @param temperature divisor of the joint log-probabilities, finite and above 0
 * @param topP nucleus mass in (0, 1]
 * @param sampled false for greedy decoding and for scored answers
 * @param seed of the sampler
 */
public record SamplerSettings(double temperature, double topP, boolean sampled, long seed) {
  public SamplerSettings {
    if (!(temperature > 0) || temperature == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("temperature must be finite and above 0");
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("topP must be in (0, 1]");
    }
  }
}
