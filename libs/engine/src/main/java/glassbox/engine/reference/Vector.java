package glassbox.engine.reference;

import java.util.Arrays;

/** Activations of one token; the array is not copied. */
final class Vector {
  private final double[] values;

  Vector(double[] values) {
    this.values = values;
  }

  double[] values() {
    return values;
  }

  /** The Euclidean norm. */
  static double norm(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
  }

  static double[] sum(double[] a, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }
}
