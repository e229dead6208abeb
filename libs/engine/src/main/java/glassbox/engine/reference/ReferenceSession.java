package glassbox.engine.reference;

import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.LayerTrace;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.forward.SparseCode;
import java.util.ArrayList;
import java.util.List;

/** Rows run one after another, token by token. */
final class ReferenceSession implements ForwardSession {
  private final ModelConfig config;
  private final Network network;
  private final int[] laneOfRow;
  private final SessionOptions options;
  private final List<List<KeyValueCache>> caches = new ArrayList<>();
  private int position;

  ReferenceSession(ModelConfig config, Network network, int[] laneOfRow, SessionOptions options) {
    this.config = config;
    this.network = network;
    this.laneOfRow = laneOfRow;
    this.options = options;
    for (int row = 0; row < laneOfRow.length; row++) {
      caches.add(network.layers().stream().map(layer -> new KeyValueCache()).toList());
    }
  }

  @Override
  public int rows() {
    return laneOfRow.length;
  }

  @Override
  public int position() {
    return position;
  }

  @Override
  public Forward append(int[][] ids) {
    return run(ids, 1);
  }

  @Override
  public Forward appendAll(int[][] ids) {
    return run(ids, ids.length == 0 ? 0 : ids[0].length);
  }

  @Override
  public void rewind(int to) {
    if (to < 0 || to > position) {
      throw new IllegalArgumentException(to + " of " + position + " positions");
    }
    caches.forEach(row -> row.forEach(cache -> cache.truncate(to)));
    position = to;
  }

  /** Log-probabilities after each of the last {@code kept} tokens. */
  private Forward run(int[][] ids, int kept) {
    check(ids);
    int length = ids[0].length;
    float[] logProbs = new float[rows() * kept * config.vocabularySize()];
    List<LayerTrace> traces = new ArrayList<>();
    List<List<SparseCode>> codes = new ArrayList<>();
    float[] normalizers = new float[rows() * kept];
    int stored = 0;
    for (int row = 0; row < rows(); row++) {
      for (int i = 0; i < length; i++) {
        Step step = step(row, ids[row][i], position + i);
        if (i >= length - kept) {
          normalizers[stored] = store(step.last(), row, logProbs, stored);
          stored++;
          if (options.codes()) {
            codes.add(step.codes());
          }
        }
        if (options.trace() && i == length - 1) {
          traces.add(step.trace());
        }
      }
    }
    position += length;
    return new Forward(rows(), kept, config.vocabularySize(), logProbs, normalizers, traces, codes);
  }

  private void check(int[][] ids) {
    if (ids.length != rows() || ids[0].length == 0) {
      throw new IllegalArgumentException("ids for " + ids.length + " rows of " + rows());
    }
    for (int[] row : ids) {
      if (row.length != ids[0].length) {
        throw new IllegalArgumentException("rows of different lengths");
      }
      for (int id : row) {
        if (id < 0 || id >= config.vocabularySize()) {
          throw new IllegalArgumentException("id " + id + " of " + config.vocabularySize());
        }
      }
    }
    if (position + ids[0].length > config.contextLength()) {
      throw new IllegalArgumentException(
          "%d tokens behind %d exceed the context of %d"
              .formatted(ids[0].length, position, config.contextLength()));
    }
  }

  /** What came of one token: the vector after the final norm, the trace, the layers' codes. */
  private record Step(Vector last, LayerTrace trace, List<SparseCode> codes) {}

  private Step step(int row, int id, int at) {
    double[] x = network.embed(id, at);
    double[] norms = new double[network.layers().size() + 1];
    List<double[]> routers = new ArrayList<>();
    List<SparseCode> codes = new ArrayList<>();
    for (int layer = 0; layer < network.layers().size(); layer++) {
      norms[layer] = Vector.norm(x);
      Layer.Result result =
          network.layers().get(layer).apply(x, caches.get(row).get(layer), laneOfRow[row], options);
      x = result.output().values();
      routers.add(result.routerProbabilities().values());
      result.code().ifPresent(codes::add);
    }
    double[] last = network.finalNorm().apply(x);
    norms[norms.length - 1] = Vector.norm(last);
    return new Step(new Vector(last), new LayerTrace(norms, routers), codes);
  }

  /** Fills in the log-probabilities and returns the log-normalizer of the logits. */
  private float store(Vector last, int row, float[] logProbs, int index) {
    double[] logits = network.head().apply(last.values(), laneOfRow[row]);
    double normalizer = Softmax.logSumExp(logits);
    for (int id = 0; id < logits.length; id++) {
      logProbs[index * logits.length + id] = (float) (logits[id] - normalizer);
    }
    return (float) normalizer;
  }

  /** Nothing is held but memory. */
  @Override
  public void close() {}
}
