package glassbox.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Examples padded at the end to one length; padding follows every real token, so a causal model
 * never sees it.
 *
 * @param inputs {@code [B, T]} int64
 * @param targets {@code [B, T, 1]} int64, the id that follows each input
 * @param weights {@code [B, T, 1]} f32, 1 where the target counts
 * @param predicted number of targets that count
 * @param tokens number of real inputs
 */
record Batch(NDArray inputs, NDArray targets, NDArray weights, long predicted, long tokens) {

  static Batch of(NDManager manager, List<Example> examples) {
    int rows = examples.size();
    int columns = examples.stream().mapToInt(e -> e.ids().length - 1).max().orElseThrow();
    var inputs = new long[rows * columns];
    var targets = new long[rows * columns];
    var weights = new float[rows * columns];
    long predicted = 0;
    long tokens = 0;
    for (int row = 0; row < rows; row++) {
      Example example = examples.get(row);
      int[] ids = example.ids();
      for (int t = 0; t + 1 < ids.length; t++) {
        int at = row * columns + t;
        inputs[at] = ids[t];
        targets[at] = ids[t + 1];
        weights[at] = t + 1 >= example.lossFrom() ? 1 : 0;
      }
      predicted += ids.length - example.lossFrom();
      tokens += ids.length - 1;
    }
    return new Batch(
        manager.create(inputs, new Shape(rows, columns)),
        manager.create(targets, new Shape(rows, columns, 1)),
        manager.create(weights, new Shape(rows, columns, 1)),
        predicted,
        tokens);
  }
}
