package glassbox.engine.reference;

import glassbox.engine.checkpoint.Activation;

/** The non-linearities, in double. */
final class Activations {
  private static final double TANH_SCALE = Math.sqrt(2 / Math.PI);

  private Activations() {}

  static double apply(Activation activation, double x) {
    return switch (activation) {
      case SILU -> x / (1 + Math.exp(-x));
      case GELU_TANH -> 0.5 * x * (1 + Math.tanh(TANH_SCALE * (x + 0.044715 * x * x * x)));
      case GELU -> 0.5 * x * (1 + erf(x / Math.sqrt(2)));
    };
  }

  /**
   * The error function by its series 2/sqrt(pi) exp(-x^2) sum_n 2^n x^(2n+1) / (2n+1)!!, whose
   * terms are all of one sign; beyond |x| = 6 it is 1 in double.
   */
  static double erf(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x);
    }
    double term = x;
    double sum = 0;
    for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      sum += term;
      term *= 2 * x * x / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }
}
