package glassbox.engine.legible;

/**
 * How to train.
 *
 * @param steps optimiser steps
 * @param batch inputs of a step
 * @param rate first learning rate
 * @param decay how the rate falls
 * @param sparsityDecay how the weights of the code's sum and of the usage fall
 * @param objective what is lowered
 * @param seed of batches and swaps
 */
public record Recipe(
    int steps,
    int batch,
    double rate,
    Decay decay,
    Decay sparsityDecay,
    Objective objective,
    long seed) {

  /** Share of a starting value that is left after a share of the steps. */
  public enum Decay {
    /** Stays as it is. */
    NONE {
      @Override
      double left(double progress) {
        return 1;
      }
    },
    /** Half a cosine down to a fiftieth. */
    COSINE {
      @Override
      double left(double progress) {
        return 0.02 + 0.98 * 0.5 * (1 + Math.cos(Math.PI * progress));
      }
    },
    /** Whole for three tenths of the steps, then a tenth. */
    EARLY {
      @Override
      double left(double progress) {
        return progress < 0.3 ? 1 : 0.1;
      }
    };

    abstract double left(double progress);
  }

  public Recipe {
    if (steps < 1 || batch < 1 || !(rate > 0)) {
      throw new IllegalArgumentException("steps, batch and rate must be positive");
    }
  }

  double rate(int step) {
    return rate * decay.left((double) step / steps);
  }

  double sparsityLeft(int step) {
    return sparsityDecay.left((double) step / steps);
  }

  /** The same with another seed. */
  public Recipe withSeed(long other) {
    return new Recipe(steps, batch, rate, decay, sparsityDecay, objective, other);
  }
}
