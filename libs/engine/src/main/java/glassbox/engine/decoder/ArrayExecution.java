package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.forward.SessionOptions;

/** Operation by operation: a manager with the caches, and under it a manager a step. */
final class ArrayExecution implements Execution {
  private final DecoderGraph graph;
  private final NDManager manager;
  private final int[] idOffsets;
  private final SessionOptions options;
  private final KeyValueCache cache;

  /**
   * @param manager closed with the session
   * @param idOffsets of each row's vocabulary in the embedding
   */
  ArrayExecution(
      ModelConfig config,
      DecoderGraph graph,
      NDManager manager,
      int[] idOffsets,
      SessionOptions options) {
    this.graph = graph;
    this.manager = manager;
    this.idOffsets = idOffsets.clone();
    this.options = options;
    this.cache = new KeyValueCache(manager, config, idOffsets.length);
  }

  @Override
  public void reserve(int held, int needed) {
    cache.reserve(held, needed);
  }

  @Override
  public float[] step(int[][] ids, int from, int to, int past, boolean all) {
    try (NDManager step = manager.newSubManager()) {
      Trace gathered = Trace.of(options, all);
      Step tables = graph.step(step, idOffsets.length, to - from, past, gathered);
      NDArray logits = graph.logits(ids(step, ids, idOffsets, from, to), tables, cache, all);
      NDArray logProbs = logits.logSoftmax(2);
      gathered.normalizers(logits, logProbs);
      return gathered.behind(logProbs).toFloatArray();
    }
  }

  /** Positions [from, to) of the rows, each moved by its offset, [R, T]. */
  static NDArray ids(NDManager step, int[][] ids, int[] offsets, int from, int to) {
    long[] flat = new long[offsets.length * (to - from)];
    int at = 0;
    for (int row = 0; row < offsets.length; row++) {
      for (int i = from; i < to; i++) {
        flat[at++] = (long) ids[row][i] + offsets[row];
      }
    }
    return step.create(flat, new Shape(offsets.length, to - from));
  }

  @Override
  public int nativeArrays() {
    return NativeEngine.count(manager);
  }

  @Override
  public void close() {
    manager.close();
  }
}
