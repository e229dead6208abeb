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
 * Batches drawn from a source. A pool of several batches is drawn at once and cut by length, so
 * that little padding is needed; the batches of a pool then come in random order.
 */
final class MixedBatches implements BatchSource {

  private static final int BATCHES_PER_POOL = 8;

  private final ExampleSource source;
  private final int batchSize;
  private final long seed;
  private long poolIndex = -1;
  private List<List<Example>> pool = List.of();

  MixedBatches(ExampleSource source, int batchSize, long seed) {
    this.source = source;
    this.batchSize = batchSize;
    this.seed = seed;
  }

  @Override
  public List<Example> batch(long step) {
    long index = step / BATCHES_PER_POOL;
    if (index != poolIndex) {
      pool = pool(index);
      poolIndex = index;
    }
    return pool.get((int) (step % BATCHES_PER_POOL));
  }

  private List<List<Example>> pool(long index) {
    var random = new SplittableRandom(seed * 1_000_003 + index);
    var drawn = new ArrayList<Example>();
    for (int i = 0; i < BATCHES_PER_POOL * batchSize; i++) {
      drawn.add(source.draw(random));
    }
    drawn.sort(Comparator.comparingInt(example -> example.ids().length));
    var batches = new ArrayList<List<Example>>();
    for (int i = 0; i < BATCHES_PER_POOL; i++) {
      batches.add(List.copyOf(drawn.subList(i * batchSize, (i + 1) * batchSize)));
    }
    Collections.shuffle(batches, new Random(random.nextLong()));
    return batches;
  }
}
