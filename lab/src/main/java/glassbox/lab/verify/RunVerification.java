package glassbox.lab.verify;

import java.util.List;

/**
 * What was checked of a run.
 *
 * @param index of its entry in the log
 * @param about what the record says of itself, by name, for the reader of the report
 * @param shares mean share of each specialist, recomputed; empty where the numbers are not there
 * @param results one a check
 */
record RunVerification(
    String runId, long index, List<Fact> about, List<Share> shares, List<CheckResult> results) {
  /** A line about the run. */
  record Fact(String name, String value) {}

  /**
   * A specialist's part in the run's tokens.
   *
   * @param share mean over all tokens, in [0, 1]
   * @param led tokens at which its part was the largest
   */
  record Share(String specialist, double share, int led) {}

  RunVerification {
    about = List.copyOf(about);
    shares = List.copyOf(shares);
    results = List.copyOf(results);
  }
}
