package glassbox.contracts.generation;

import java.util.List;

/**
 * How tokens are drawn from the joint distribution.
 *
 * @param maxNewTokens most tokens to generate, at least 1
 * @param temperature divisor of the joint log-probabilities, finite and above 0
 * @param topP nucleus mass in (0, 1]
 * @param doSample false for greedy decoding (temperature and topP are then ignored)
 * @param seed of the sampler
 * @param stop strings at which the answer ends; the stop string is not part of the answer
 */
public record Decoding(
    int maxNewTokens,
    double temperature,
    double topP,
    boolean doSample,
    long seed,
    List<String> stop) {

  public Decoding {
    stop = List.copyOf(stop);
  }
}
