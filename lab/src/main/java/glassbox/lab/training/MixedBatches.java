package glassbox.lab.training;

import glassbox.engine.training.BatchSource;
import glassbox.engine.training.Example;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Batches drawn from a source. A pool of several steps' batches is drawn at once and cut by length,
 * so that little padding is needed and the lots of a step are of like length; the steps of a pool
 * then come in random order.
 */
final class MixedBatches implements BatchSource {

  private static final int STEPS_PER_POOL = 8;

  private final ExampleSource source;
  private final int batchSize;
  private final int lots;
  private final long seed;
  private long poolIndex = -1;
  private List<List<List<Example>>> pool = List.of();

  /**
   * @param lots batches that a step reads side by side
   */
  MixedBatches(ExampleSource source, int batchSize, int lots, long seed) {
    this.source = source;
    this.batchSize = batchSize;
    this.lots = lots;
    this.seed = seed;
  }

  @Override
  public List<Example> batch(long number) {
    long step = number / lots;
    long index = step / STEPS_PER_POOL;
    if (index != poolIndex) {
      pool = pool(index);
      poolIndex = index;
    }
    return pool.get((int) (step % STEPS_PER_POOL)).get((int) (number % lots));
  }

  private List<List<List<Example>>> pool(long index) {
    var random = new SplittableRandom(seed * 1_000_003 + index);
    var drawn = new ArrayList<Example>();
    for (int i = 0; i < STEPS_PER_POOL * lots * batchSize; i++) {
      drawn.add(source.draw(random));
    }
    drawn.sort(Comparator.comparingInt(example -> example.ids().length));
    var steps = new ArrayList<List<List<Example>>>();
    for (int i = 0; i < STEPS_PER_POOL; i++) {
      var step = new ArrayList<List<Example>>();
      for (int lot = i * lots; lot < (i + 1) * lots; lot++) {
        step.add(List.copyOf(drawn.subList(lot * batchSize, (lot + 1) * batchSize)));
      }
      steps.add(step);
    }
    Collections.shuffle(steps, new Random(random.nextLong()));
    return steps;
  }
}
