package glassbox.lab.legible;

import java.util.List;

/**
 * A mean over seeds.
 *
 * @param halfWidth of the 95% confidence interval by Student's t; 0 for one seed
 * @param n number of seeds
 */
record Estimate(double mean, double halfWidth, int n) {

  /** Two-sided 95% quantiles of Student's t for 1, 2, ... degrees of freedom. */
  private static final List<Double> STUDENT =
      List.of(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262);

  private static final double NORMAL = 1.96;

  static Estimate of(List<Double> values) {
    int n = values.size();
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    if (n == 1) {
      return new Estimate(mean, 0, 1);
    }
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    double quantile = n - 2 < STUDENT.size() ? STUDENT.get(n - 2) : NORMAL;
    return new Estimate(mean, quantile * Math.sqrt(squares / (n - 1) / n), n);
  }
}
