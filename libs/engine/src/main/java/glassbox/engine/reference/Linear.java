package glassbox.engine.reference;

import glassbox.engine.checkpoint.LowRank;
import java.util.List;
import java.util.Optional;

/**
 * y = W x + b, and for a lane with an adapter + scaling * B (A x).
 *
 * @param weight [out, in]
 * @param bias [out], or empty
 * @param updates by lane; lane 0, the base, has none
 */
record Linear(int in, int out, Weights weight, Weights bias, List<Optional<LowRank>> updates) {

  Linear {
    updates = List.copyOf(updates);
  }

  /** x [in] to y [out]. */
  double[] apply(double[] x, int lane) {
    double[] y = product(weight.values(), x, out);
    if (!bias.isEmpty()) {
      for (int o = 0; o < out; o++) {
        y[o] += bias.values()[o];
      }
    }
    updates.get(lane).ifPresent(update -> add(update, x, y));
    return y;
  }

  private void add(LowRank update, double[] x, double[] y) {
    double[] narrow = product(update.a(), x, update.rank());
    double[] wide = product(update.b(), narrow, out);
    for (int o = 0; o < out; o++) {
      y[o] += update.scaling() * wide[o];
    }
  }

  private static double[] product(float[] matrix, double[] x, int rows) {
    double[] y = new double[rows];
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += (double) matrix[row * x.length + i] * x[i];
      }
      y[row] = sum;
    }
    return y;
  }
}
