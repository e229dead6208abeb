package glassbox.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Sequences that count upwards modulo a small vocabulary, of two lengths. */
final class Counting {

  static final int VOCABULARY = 24;

  private Counting() {}

  static List<Example> batch(long step) {
    return batch(step, 1);
  }

  /** Counts by {@code stride}. */
  static List<Example> batch(long step, int stride) {
    var random = new SplittableRandom(step);
    var examples = new ArrayList<Example>();
    for (int row = 0; row < 8; row++) {
      int[] ids = new int[6 + row % 2];
      int first = random.nextInt(VOCABULARY);
      for (int i = 0; i < ids.length; i++) {
        ids[i] = (first + i * stride) % VOCABULARY;
      }
      examples.add(new Example(ids, 1));
    }
    return examples;
  }
}
