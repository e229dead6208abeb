package glassbox.engine.reference;

import java.util.Arrays;

/** Brings a vector to unit scale, then stretches each dimension by a learned weight. */
sealed interface Norm {
  /** x [n] to y [n]. */
  double[] apply(double[] x);

  /** Root mean square norm (Zhang and Sennrich 2019): w x / sqrt(mean(x^2) + epsilon). */
  record RootMeanSquare(Weights weight, double epsilon) implements Norm {
    @Override
    public double[] apply(double[] x) {
      double meanSquare = Arrays.stream(x).map(v -> v * v).sum() / x.length;
      double scale = 1 / Math.sqrt(meanSquare + epsilon);
      double[] y = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        y[i] = weight.values()[i] * (x[i] * scale);
      }
      return y;
    }
  }

  /** Layer norm (Ba et al. 2016): w (x - mean) / sqrt(variance + epsilon) + b. */
  record Layer(Weights weight, Weights bias, double epsilon) implements Norm {
    @Override
    public double[] apply(double[] x) {
      double mean = Arrays.stream(x).sum() / x.length;
      double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length;
      double scale = 1 / Math.sqrt(variance + epsilon);
      double[] y = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        y[i] = weight.values()[i] * (x[i] - mean) * scale + bias.values()[i];
      }
      return y;
    }
  }

  /** Leaves a vector as it is. */
  record None() implements Norm {
    @Override
    public double[] apply(double[] x) {
      return x;
    }
  }
}
