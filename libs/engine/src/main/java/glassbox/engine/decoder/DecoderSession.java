package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.LayerTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One session: a manager with the caches, and under it a manager a step. */
final class DecoderSession implements ForwardSession {
  /** Floats that the largest intermediate arrays of a step may take together. */
  static final long STEP_BUDGET = 64L << 20;

  private final ModelConfig config;
  private final DecoderGraph graph;
  private final NDManager manager;
  private final int[] idOffsets;
  private final boolean trace;
  private final long budget;
  private final KeyValueCache cache;
  private int position;

  /**
   * @param manager closed with the session
   * @param idOffsets of each row's vocabulary in the embedding
   * @param budget floats for the intermediate arrays of a step; more positions are taken in chunks
   */
  DecoderSession(
      ModelConfig config,
      DecoderGraph graph,
      NDManager manager,
      int[] idOffsets,
      boolean trace,
      long budget) {
    this.config = config;
    this.graph = graph;
    this.manager = manager;
    this.idOffsets = idOffsets;
    this.trace = trace;
    this.budget = budget;
    this.cache = new KeyValueCache(manager, config, idOffsets.length);
  }

  @Override
  public int rows() {
    return idOffsets.length;
  }

  @Override
  public int position() {
    return position;
  }

  @Override
  public Forward append(int[][] ids) {
    return run(ids, false);
  }

  @Override
  public Forward appendAll(int[][] ids) {
    return run(ids, true);
  }

  private Forward run(int[][] ids, boolean all) {
    int tokens = check(ids);
    cache.reserve(position, position + tokens);
    int chunk = chunk(tokens, all);
    List<Forward> parts = new ArrayList<>();
    for (int from = 0; from < tokens; from += chunk) {
      parts.add(step(ids, from, Math.min(tokens, from + chunk), all));
    }
    position += tokens;
    return all ? Chunks.join(parts) : parts.getLast();
  }

  /** Positions to take at once so that scores and feed-forward stay within the budget. */
  private int chunk(int tokens, boolean all) {
    long each =
        (long) config.heads() * (position + tokens)
            + 4L * config.intermediateSize()
            + 8L * config.hiddenSize()
            + (all ? 2L * config.vocabularySize() : 0);
    return (int) Math.clamp(budget / (each * rows()), 1, tokens);
  }

  private Forward step(int[][] ids, int from, int to, boolean all) {
    try (NDManager step = manager.newSubManager()) {
      Trace gathered = Trace.of(trace);
      Step tables = graph.step(step, rows(), to - from, position + from, gathered);
      NDArray logits = graph.logits(ids(step, ids, from, to), tables, cache, all);
      NDArray logProbs = logits.logSoftmax(2);
      gathered.normalizers(logits, logProbs);
      float[] flat = gathered.behind(logProbs).toFloatArray();
      return forward(flat, all ? to - from : 1);
    }
  }

  private Forward forward(float[] flat, int positions) {
    if (!trace) {
      return new Forward(rows(), positions, config.vocabularySize(), flat, List.of());
    }
    int numbers = rows() * positions * config.vocabularySize();
    List<LayerTrace> traces = Trace.read(config, rows(), flat, numbers);
    float[] logProbs = Arrays.copyOf(flat, numbers);
    float[] normalizers = Arrays.copyOfRange(flat, flat.length - rows() * positions, flat.length);
    return new Forward(rows(), positions, config.vocabularySize(), logProbs, normalizers, traces);
  }

  private NDArray ids(NDManager step, int[][] ids, int from, int to) {
    long[] flat = new long[rows() * (to - from)];
    int at = 0;
    for (int row = 0; row < rows(); row++) {
      for (int i = from; i < to; i++) {
        flat[at++] = (long) ids[row][i] + idOffsets[row];
      }
    }
    return step.create(flat, new Shape(rows(), to - from));
  }

  /** The number of tokens of each row, if they may be appended. */
  int check(int[][] ids) {
    if (ids.length != rows() || ids[0].length == 0) {
      throw new IllegalArgumentException(
          "ids must be [%d][at least 1], not %d rows".formatted(rows(), ids.length));
    }
    for (int[] row : ids) {
      if (row.length != ids[0].length) {
        throw new IllegalArgumentException("rows of ids must have equal length");
      }
      for (int id : row) {
        if (id < 0 || id >= config.vocabularySize()) {
          throw new IllegalArgumentException("id " + id + " is outside the vocabulary");
        }
      }
    }
    if (position + ids[0].length > config.contextLength()) {
      throw new IllegalArgumentException(
          "%d tokens exceed the context of %d"
              .formatted(position + ids[0].length, config.contextLength()));
    }
    return ids[0].length;
  }

  /** Native arrays that the session holds between steps. */
  int nativeArrays() {
    return NativeEngine.count(manager);
  }

  @Override
  public void close() {
    manager.close();
  }
}
