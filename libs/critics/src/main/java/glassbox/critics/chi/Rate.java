package glassbox.critics.chi;

/**
 * A proportion with its 95% Wilson score interval.
 *
 * @param count successes, 0 to {@code total}
 * @param total trials; 0 gives value 0 with the interval [0, 1]: nothing is known
 * @param value {@code count / total}
 * @param low lower bound
 * @param high upper bound
 */
public record Rate(int count, int total, double value, double low, double high) {
  private static final double Z = 1.959963984540054;

  /** Requires {@code 0 <= count <= total}. */
  public static Rate of(int count, int total) {
    if (count < 0 || count > total) {
      throw new IllegalArgumentException(count + " of " + total);
    }
    if (total == 0) {
      return new Rate(0, 0, 0, 0, 1);
    }
    double p = (double) count / total;
    double z2 = Z * Z / total;
    double centre = (p + z2 / 2) / (1 + z2);
    double half = Z * Math.sqrt((p * (1 - p) + z2 / 4) / total) / (1 + z2);
    double low = count == 0 ? 0 : Math.max(0, centre - half);
    double high = count == total ? 1 : Math.min(1, centre + half);
    return new Rate(count, total, p, low, high);
  }
}
