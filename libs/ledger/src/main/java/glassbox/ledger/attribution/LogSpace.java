package glassbox.ledger.attribution;

/** Sums of probabilities held as natural logarithms. */
public final class LogSpace {
  private LogSpace() {}

  /**
   * ln of the sum of exponentials; {@code -Infinity} for no terms or only {@code -Infinity} terms,
   * NaN if any term is NaN.
   */
  public static double logSumExp(double[] terms) {
    double max = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      max = Math.max(max, term);
    }
    if (Double.isInfinite(max) || Double.isNaN(max)) {
      return max;
    }
    double sum = 0;
    for (double term : terms) {
      sum += Math.exp(term - max);
    }
    return max + Math.log(sum);
  }
}
