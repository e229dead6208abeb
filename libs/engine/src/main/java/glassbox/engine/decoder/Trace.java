package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.forward.LayerTrace;
import glassbox.engine.forward.SessionOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers inside the engine what a session reports beside log-probabilities: norms and router
 * probabilities of the last position, legible codes of the reported ones.
 */
final class Trace {
  private final boolean wanted;
  private final boolean codesWanted;
  private final boolean all;
  private final NDList gathered = new NDList();
  private final NDList codes = new NDList();

  private Trace(boolean wanted, boolean codesWanted, boolean all) {
    this.wanted = wanted;
    this.codesWanted = codesWanted;
    this.all = all;
  }

  /** Gathers nothing. */
  static Trace none() {
    return new Trace(false, false, false);
  }

  /**
   * Gathers what the options ask for.
   *
   * @param all whether every position is reported, not only the last
   */
  static Trace of(SessionOptions options, boolean all) {
    return new Trace(options.trace(), options.codes(), all);
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

  /** The positions of {@code x} [r, T, n] that are reported. */
  NDArray reported(NDArray x) {
    return all || x.getShape().get(1) == 1 ? x : last(x);
  }

  /** The codes of one layer's run of rows; those at the reported positions are kept. */
  void code(Code code) {
    if (codesWanted) {
      codes.add(reported(code.values()).flatten());
      codes.add(reported(code.indices()).toType(DataType.FLOAT32, false).flatten());
    }
  }

  private static NDArray last(NDArray x) {
    long end = x.getShape().get(1);
    return NativeEngine.slice(x, 1, end - 1, end);
  }

  /** {@code logProbs} flat, with everything gathered behind it: one array to move out. */
  NDArray behind(NDArray logProbs) {
    NDArray flat = logProbs.flatten();
    if (gathered.isEmpty() && codes.isEmpty()) {
      return flat;
    }
    NDList everything = new NDList(flat);
    everything.addAll(gathered);
    everything.addAll(codes);
    return NDArrays.concat(everything, 0);
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

  /** Numbers that {@link #read} reads. */
  static int size(ModelConfig config, int rows) {
    int size = config.layers() + 1;
    for (int layer = 0; layer < config.layers(); layer++) {
      size += expertsAfterNorm(config, layer);
    }
    return rows * size;
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
