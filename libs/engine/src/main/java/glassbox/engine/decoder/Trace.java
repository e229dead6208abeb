package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.forward.LayerTrace;
import java.util.ArrayList;
import java.util.List;

/** Gathers norms and router probabilities of the last position inside the engine. */
final class Trace {
  private final boolean wanted;
  private final NDList gathered = new NDList();

  private Trace(boolean wanted) {
    this.wanted = wanted;
  }

  static Trace of(boolean wanted) {
    return new Trace(wanted);
  }

  /**
   * @param x [R, T, d]
   */
  void norm(NDArray x) {
    if (wanted) {
      gathered.add(last(x).norm(2, Norm.LAST, false).flatten());
    }
  }

  /**
   * @param probabilities [R, T, E]
   */
  void router(NDArray probabilities) {
    if (wanted) {
      gathered.add(last(probabilities).flatten());
    }
  }

  /**
   * Each position's log-normalizer: the distance of any of its logits from its log-probability.
   *
   * @param logits [R, T, V]
   * @param logProbs [R, T, V]
   */
  void normalizers(NDArray logits, NDArray logProbs) {
    if (wanted) {
      NDArray logit = NativeEngine.slice(logits, 2, 0, 1);
      gathered.add(logit.sub(NativeEngine.slice(logProbs, 2, 0, 1)).flatten());
    }
  }

  private static NDArray last(NDArray x) {
    long end = x.getShape().get(1);
    return NativeEngine.slice(x, 1, end - 1, end);
  }

  /** {@code logProbs} flat, with everything gathered behind it: one array to move out. */
  NDArray behind(NDArray logProbs) {
    NDArray flat = logProbs.flatten();
    if (gathered.isEmpty()) {
      return flat;
    }
    NDList all = new NDList(flat);
    all.addAll(gathered);
    return NDArrays.concat(all, 0);
  }

  /** Takes apart, for each row, what {@link #behind} put at {@code offset}. */
  static List<LayerTrace> read(ModelConfig config, int rows, float[] flat, int offset) {
    List<double[]> norms = new ArrayList<>();
    List<List<double[]>> routers = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      norms.add(new double[config.layers() + 1]);
      routers.add(new ArrayList<>());
    }
    int at = offset;
    for (int layer = 0; layer <= config.layers(); layer++) {
      for (int row = 0; row < rows; row++) {
        norms.get(row)[layer] = flat[at++];
      }
      int experts = expertsAfterNorm(config, layer);
      for (int row = 0; row < rows && layer < config.layers(); row++, at += experts) {
        routers.get(row).add(widen(flat, at, experts));
      }
    }
    List<LayerTrace> traces = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      traces.add(new LayerTrace(norms.get(row), routers.get(row)));
    }
    return traces;
  }

  private static int expertsAfterNorm(ModelConfig config, int layer) {
    return layer < config.layers() && config.sparse(layer)
        ? config.experts().orElseThrow().count()
        : 0;
  }

  private static double[] widen(float[] flat, int offset, int count) {
    double[] wide = new double[count];
    for (int i = 0; i < count; i++) {
      wide[i] = flat[offset + i];
    }
    return wide;
  }
}
