package glassbox.contracts.generation;

import java.util.List;

/**
 * What an independent forward pass found.
 *
 * @param bitEqual whether every recorded log-probability came out with the same bits
 * @param maxAbsDifference largest difference between recorded and replayed log-probabilities, nats
 * @param tokens tokens compared
 * @param mismatchedTokens positions that differ by 1e-4 nats or more
 * @param digestsMatch whether the loaded specialists are the recorded ones
 * @param sameExecution whether build and thread count are the recorded ones (bit equality is owed
 *     only then)
 */
public record Replay(
    boolean bitEqual,
    double maxAbsDifference,
    int tokens,
    List<Integer> mismatchedTokens,
    boolean digestsMatch,
    boolean sameExecution) {

  public Replay {
    mismatchedTokens = List.copyOf(mismatchedTokens);
  }
}
