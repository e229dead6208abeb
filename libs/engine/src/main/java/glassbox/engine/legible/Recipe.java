package glassbox.engine.legible;

/**
 * How to train.
 *
 * @param steps optimiser steps
 * @param batch inputs of a step
 * @param rate first learning rate
 * @param decay how the rate falls
 * @param curriculum how the terms' weights change
 * @param objective what is lowered
 * @param seed of batches and swaps
 */
public record Recipe(
    int steps,
    int batch,
    double rate,
    Decay decay,
    Curriculum curriculum,
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
    };

    abstract double left(double progress);
  }

  /** How the weights of the objective's terms change. */
  public enum Curriculum {
    /** They stay as they are. */
    CONSTANT {
      @Override
      public LossWeights at(double progress, LossWeights whole) {
        return whole;
      }
    },
    /**
     * Atoms first: for three tenths of the steps the causal term counts a twentieth, for while the
     * code is poor a swapped leak carries concepts and a head that must not hear them learns
     * nothing; then sum, usage and offset count a tenth, for the spare atoms are retired, and the
     * causal term rises evenly until six tenths, so that rare classes are learned before it rules.
     */
    ATOMS_FIRST {
      @Override
      public LossWeights at(double progress, LossWeights whole) {
        double rise = Math.clamp((progress - 0.3) / 0.3, 0.05, 1);
        LossWeights risen = whole.withCausal(whole.causal() * rise);
        return progress < 0.3
            ? risen
            : risen
                .withSparsity(whole.sparsity() / 10)
                .withUsage(whole.usage() / 10)
                .withOffset(whole.offset() / 10);
      }
    };

    /** Weights after a share {@code progress} of the steps. */
    public abstract LossWeights at(double progress, LossWeights whole);
  }

  public Recipe {
    if (steps < 1 || batch < 1 || !(rate > 0)) {
      throw new IllegalArgumentException("steps, batch and rate must be positive");
    }
  }

  double rate(int step) {
    return rate * decay.left((double) step / steps);
  }

  LossWeights weights(int step, LossWeights whole) {
    return curriculum.at((double) step / steps, whole);
  }

  /** The same with another seed. */
  public Recipe withSeed(long other) {
    return new Recipe(steps, batch, rate, decay, curriculum, objective, other);
  }
}
