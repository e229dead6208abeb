package glassbox.lab.legible;

import java.util.SplittableRandom;

/** What one seed of an experiment stands for: its world, first weights, batches, judgement. */
record Seeds(long world, long weights, long batches, long swaps) {

  /** All four drawn from one seed. */
  static Seeds of(long seed) {
    var random = new SplittableRandom(seed);
    return new Seeds(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  /** The same, in the world of another seed. */
  Seeds inWorldOf(long seed) {
    return new Seeds(of(seed).world, weights, batches, swaps);
  }

  /** The same, with the first weights of another seed. */
  Seeds withWeightsOf(long seed) {
    return new Seeds(world, of(seed).weights, batches, swaps);
  }
}
