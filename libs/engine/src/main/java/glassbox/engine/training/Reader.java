package glassbox.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import glassbox.engine.gradient.Views;
import glassbox.engine.legible.Passage;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Runs examples through the deployed model and its legible twin. */
final class Reader {

  private static final int ROWS = 24;

  private final NDManager manager;
  private final LlamaNetwork network;

  Reader(NDManager manager, LlamaNetwork network) {
    this.manager = manager;
    this.network = network;
  }

  private boolean legible() {
    return !network.sites().all().isEmpty();
  }

  /** Losses and delta over {@code examples}, each predicted id counted once. */
  Look look(List<Example> examples) {
    var sums = new double[3];
    long[] count = {0};
    batches(
        examples,
        (batch, rows, values) -> {
          count[0] += values.logProbs().length;
          sums[0] -= sum(values.logProbs());
          sums[1] -= sum(values.legible());
          sums[2] += sum(values.deltas());
        });
    double n = count[0];
    return legible()
        ? new Look(sums[0] / n, sums[1] / n, sums[2] / n)
        : new Look(sums[0] / n, Double.NaN, Double.NaN);
  }

  /** Gives every example's reading, in order. Requires bottlenecks. */
  void read(List<Example> examples, Consumer<LegibleReading> listener) {
    batches(
        examples,
        (batch, rows, values) -> {
          List<float[]> codes =
              values.passages().stream().map(passage -> passage.code().toFloatArray()).toList();
          int place = 0;
          int token = 0;
          for (Example example : rows) {
            int tokens = example.ids().length - 1;
            int predicted =
                (int) IntStream.rangeClosed(1, tokens).filter(example::predicts).count();
            listener.accept(
                values.reading(
                    example, place, place + predicted, rows(codes, token, tokens, batch)));
            place += predicted;
            token += tokens;
          }
        });
  }

  private static List<float[]> rows(List<float[]> codes, int from, int tokens, Batch batch) {
    long all = batch.tokens();
    return codes.stream()
        .map(
            code -> {
              int atoms = Math.toIntExact(code.length / all);
              return Arrays.copyOfRange(code, from * atoms, (from + tokens) * atoms);
            })
        .toList();
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  private interface Visitor {
    void visit(Batch batch, List<Example> rows, Values values);
  }

  private void batches(List<Example> examples, Visitor visitor) {
    for (int from = 0; from < examples.size(); from += ROWS) {
      List<Example> rows = examples.subList(from, Math.min(from + ROWS, examples.size()));
      try (NDManager step = manager.newSubManager()) {
        Routes routes =
            legible()
                ? new Routes(rows.size(), rows.size(), true, false)
                : Routes.plain(rows.size());
        Batch batch = Batch.of(step, rows, routes, new SplittableRandom(0));
        visitor.visit(batch, rows, values(batch, network.forward(step, batch)));
      }
    }
  }

  private Values values(Batch batch, LlamaNetwork.Pass pass) {
    NDArray logProbs = network.logits(pass).logSoftmax(1);
    int n = batch.predicted();
    float[] chosen = logProbs.gather(batch.targets(), 1).toFloatArray();
    if (!legible()) {
      return new Values(chosen, new float[0], new float[0], new boolean[0], pass.passages());
    }
    NDArray full = logProbs.get(new NDIndex().addSliceDim(0, n));
    NDArray twin = logProbs.get(new NDIndex().addSliceDim(n, 2L * n));
    NDArray distances = full.exp().sub(twin.exp()).abs().sum(new int[] {1});
    float[] deltas = Views.scaled(distances, 0.5).toFloatArray();
    boolean[] agrees = full.argMax(1).eq(twin.argMax(1)).toBooleanArray();
    return new Values(
        Arrays.copyOf(chosen, n),
        Arrays.copyOfRange(chosen, n, 2 * n),
        deltas,
        agrees,
        pass.passages());
  }

  /** A batch's numbers at its predicted places. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Values(
      float[] logProbs, float[] legible, float[] deltas, boolean[] agrees, List<Passage> passages) {

    LegibleReading reading(Example example, int from, int to, List<float[]> codes) {
      return new LegibleReading(
          example,
          Arrays.copyOfRange(logProbs, from, to),
          Arrays.copyOfRange(legible, from, to),
          Arrays.copyOfRange(deltas, from, to),
          Arrays.copyOfRange(agrees, from, to),
          codes);
    }
  }
}
