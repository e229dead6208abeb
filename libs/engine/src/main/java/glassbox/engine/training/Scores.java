package glassbox.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Whole distributions of one sequence by the training forward. */
final class Scores {

  private final NDManager manager;
  private final LlamaNetwork network;

  Scores(NDManager manager, LlamaNetwork network) {
    this.manager = manager;
    this.network = network;
  }

  /** {@code [T * V]}, each row given the ids up to it. */
  float[] logProbs(int[] ids, boolean legible) {
    int[] closed = Arrays.copyOf(ids, ids.length + 1); // what follows the last id is not scored
    Routes routes = legible ? new Routes(1, 1, true, false) : Routes.plain(1);
    try (NDManager step = manager.newSubManager()) {
      var example = new Example(closed, 1);
      Batch batch = Batch.of(step, List.of(example), routes, new SplittableRandom(0));
      NDArray logProbs = network.logits(network.forward(step, batch)).logSoftmax(1);
      int from = legible ? ids.length : 0;
      return logProbs.get(new NDIndex().addSliceDim(from, from + ids.length)).toFloatArray();
    }
  }
}
