package glassbox.lab.legible;

import glassbox.engine.legible.Examples;
import glassbox.engine.legible.Inputs;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Sequences of 8 uniform tokens below 10; the class is their maximum.
 *
 * @param trained 85% of them
 * @param held the rest
 */
record SequenceTask(Examples trained, Examples held) {

  static final int LENGTH = 8;
  static final int VOCABULARY = 10;
  private static final int SIZE = 12_000;
  private static final int TRAINED = SIZE * 85 / 100;

  static SequenceTask of(long seed) {
    var random = new SplittableRandom(seed);
    var ids = new long[SIZE * LENGTH];
    var classes = new int[SIZE];
    for (int i = 0; i < ids.length; i++) {
      int token = random.nextInt(VOCABULARY);
      ids[i] = token;
      classes[i / LENGTH] = Math.max(classes[i / LENGTH], token);
    }
    var all = new Examples(new Inputs.Tokens(ids, LENGTH), classes);
    return new SequenceTask(
        all.select(IntStream.range(0, TRAINED).toArray()),
        all.select(IntStream.range(TRAINED, SIZE).toArray()));
  }
}
