package glassbox.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * Examples padded at the end to one length; padding follows every real token, so a causal model
 * never sees it. N predicted places, row by row: those of the full rows, then those of each copy.
 *
 * @param routes which way each of the R rows goes
 * @param inputs {@code [R, T]} int64
 * @param places {@code [N]} int64, places of {@code [R T]} after which an id is predicted
 * @param targets {@code [N, 1]} int64, the ids predicted there
 * @param predicted how many of them are of the full rows
 * @param predictedPart how many of those are of the first P rows
 * @param read {@code [Q]} int64, places of {@code [P T]} that are no padding
 * @param swap for each of the P T places the one whose leak it gets, never padding's for a token
 * @param tokens number of real inputs of the full rows
 */
@SuppressWarnings("ArrayRecordComponent")
record Batch(
    Routes routes,
    NDArray inputs,
    NDArray places,
    NDArray targets,
    int predicted,
    int predictedPart,
    NDArray read,
    long[] swap,
    long tokens) {

  /**
   * Lays {@code examples} out.
   *
   * @param routes over as many full rows as there are examples
   * @param swaps chooses the swap
   */
  static Batch of(
      NDManager manager, List<Example> examples, Routes routes, SplittableRandom swaps) {
    int columns = examples.stream().mapToInt(e -> e.ids().length - 1).max().orElseThrow();
    var inputs = new long[routes.rows() * columns];
    var places = LongStream.builder();
    var targets = LongStream.builder();
    int predicted = 0;
    int predictedPart = 0;
    long tokens = 0;
    for (int row = 0; row < routes.rows(); row++) {
      Example example = examples.get(routes.example(row));
      int[] ids = example.ids();
      int here = 0;
      for (int t = 0; t + 1 < ids.length; t++) {
        inputs[row * columns + t] = ids[t];
        if (example.predicts(t + 1)) {
          places.add((long) row * columns + t);
          targets.add(ids[t + 1]);
          here++;
        }
      }
      predicted += row < routes.full() ? here : 0;
      predictedPart += row < routes.part() ? here : 0;
      tokens += row < routes.full() ? ids.length - 1 : 0;
    }
    long[] target = targets.build().toArray();
    List<Long> read = read(examples, routes.part(), columns);
    return new Batch(
        routes,
        manager.create(inputs, new Shape(routes.rows(), columns)),
        manager.create(places.build().toArray()),
        manager.create(target, new Shape(target.length, 1)),
        predicted,
        predictedPart,
        manager.create(read.stream().mapToLong(Long::longValue).toArray()),
        swap(read, routes.part() * columns, swaps),
        tokens);
  }

  private static List<Long> read(List<Example> examples, int part, int columns) {
    var read = new ArrayList<Long>();
    for (int row = 0; row < part; row++) {
      for (int t = 0; t + 1 < examples.get(row).ids().length; t++) {
        read.add((long) row * columns + t);
      }
    }
    return read;
  }

  /** Real places are permuted among themselves; padding keeps its own. */
  private static long[] swap(List<Long> read, int places, SplittableRandom random) {
    long[] swap = LongStream.range(0, places).toArray();
    for (int i = read.size() - 1; i > 0; i--) {
      int a = Math.toIntExact(read.get(i));
      int b = Math.toIntExact(read.get(random.nextInt(i + 1)));
      long kept = swap[a];
      swap[a] = swap[b];
      swap[b] = kept;
    }
    return swap;
  }
}
