package glassbox.ledger.attribution;

import java.util.Arrays;

/**
 * A certificate's deltas in four numbers. The one rule for them: who writes a record and who checks
 * it take the same sums in the same order, so that the bits are equal.
 *
 * @param tokens how many deltas there are, at least 1
 * @param mean the deltas added in order, divided by their number
 * @param p95 the smallest delta that at least 95% of the deltas do not exceed
 * @param max the largest
 */
public record DeltaSummary(int tokens, double mean, double p95, double max) {

  /**
   * Sums deltas up.
   *
   * @param deltas one a token, in [0, 1]; a block's as it stores them
   * @throws IllegalArgumentException if there are none
   */
  public static DeltaSummary of(double[] deltas) {
    if (deltas.length == 0) {
      throw new IllegalArgumentException("no deltas");
    }
    double sum = 0;
    for (double delta : deltas) {
      sum += delta;
    }
    double[] ascending = deltas.clone();
    Arrays.sort(ascending);
    // 95% of n, rounded up, in whole numbers: 0.95 is no double.
    int rank = (int) ((95L * deltas.length + 99) / 100);
    return new DeltaSummary(
        deltas.length, sum / deltas.length, ascending[rank - 1], ascending[deltas.length - 1]);
  }
}
