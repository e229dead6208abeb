package glassbox.engine.legible;

import java.util.SplittableRandom;

/** Seeded permutations. */
final class Shuffle {

  private Shuffle() {}

  /** A uniform permutation of 0..n-1. */
  static int[] indices(int n, SplittableRandom random) {
    var order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  static long[] rows(int n, SplittableRandom random) {
    var rows = new long[n];
    int[] order = indices(n, random);
    for (int i = 0; i < n; i++) {
      rows[i] = order[i];
    }
    return rows;
  }
}
