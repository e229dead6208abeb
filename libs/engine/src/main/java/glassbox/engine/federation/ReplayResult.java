package glassbox.engine.federation;

import java.util.List;

/**
 * What a replay found.
 *
 * @param bitEqual whether every recorded log-probability came out with the same bits
 * @param maxAbsDifference largest difference, nats; infinite where a number is not comparable
 * @param tokens tokens compared
 * @param mismatchedTokens positions that differ by {@link #TOLERANCE} or more
 * @param digestsMatch whether the specialists' digests are the recorded ones
 * @param sameExecution whether build, threads, rows, backend and routing are the recorded ones; not
 *     so for a block that does not say its backend
 */
public record ReplayResult(
    boolean bitEqual,
    double maxAbsDifference,
    int tokens,
    List<Integer> mismatchedTokens,
    boolean digestsMatch,
    boolean sameExecution) {
  /** Largest difference that another batch shape or thread count explains, nats. */
  public static final double TOLERANCE = 1e-4;

  public ReplayResult {
    mismatchedTokens = List.copyOf(mismatchedTokens);
  }
}
