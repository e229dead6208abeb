package glassbox.engine.decoder;

import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.forward.Forward;
import glassbox.engine.forward.LayerTrace;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.forward.SparseCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Takes apart the one array that a step moves out of the engine. */
final class Readout {
  private final ModelConfig config;
  private final int rows;
  private final SessionOptions options;
  private final List<LaneRun> runs;

  /**
   * For the steps of one session.
   *
   * @param runs of the rows; empty unless the session needs legible channels
   */
  Readout(ModelConfig config, int rows, SessionOptions options, List<LaneRun> runs) {
    this.config = config;
    this.rows = rows;
    this.options = options;
    this.runs = List.copyOf(runs);
  }

  /** The most atoms of a bottleneck in use; 0 without any. */
  int atoms() {
    return LaneRun.atoms(runs);
  }

  /**
   * Reads a step's result.
   *
   * @param flat log-probabilities [rows, positions, V] and behind them, where asked for, traces,
   *     normalizers [rows, positions] and codes
   */
  Forward forward(float[] flat, int positions) {
    int vocabulary = config.vocabularySize();
    if (!options.trace() && !options.codes()) {
      return new Forward(rows, positions, vocabulary, flat, List.of());
    }
    int at = rows * positions * vocabulary;
    float[] logProbs = Arrays.copyOf(flat, at);
    List<LayerTrace> traces = List.of();
    float[] normalizers = new float[0];
    if (options.trace()) {
      traces = Trace.read(config, rows, flat, at);
      at += Trace.size(config, rows);
      normalizers = Arrays.copyOfRange(flat, at, at + rows * positions);
      at += normalizers.length;
    }
    return new Forward(
        rows, positions, vocabulary, logProbs, normalizers, traces, codes(flat, at, positions));
  }

  private List<List<SparseCode>> codes(float[] flat, int offset, int positions) {
    List<List<SparseCode>> codes = new ArrayList<>();
    if (!options.codes()) {
      return codes;
    }
    IntStream.range(0, rows * positions).forEach(_ -> codes.add(new ArrayList<>()));
    int at = offset;
    for (int layer = 0; layer < config.layers(); layer++) {
      for (LaneRun run : runs) {
        int half = run.rows() * positions * run.active();
        for (int i = 0; i < run.rows() * positions; i++) {
          int from = at + i * run.active();
          codes.get(run.from() * positions + i).add(code(flat, from, from + half, run.active()));
        }
        at += 2 * half;
      }
    }
    return codes;
  }

  /**
   * The entries above 0 of one code, which lie largest first, of equal ones by index.
   *
   * @param values where its activations begin
   * @param indices where its atoms begin
   */
  private static SparseCode code(float[] flat, int values, int indices, int count) {
    int active = 0;
    while (active < count && flat[values + active] > 0) {
      active++;
    }
    int[] atoms = new int[active];
    for (int i = 0; i < active; i++) {
      atoms[i] = (int) flat[indices + i];
    }
    return new SparseCode(atoms, Arrays.copyOfRange(flat, values, values + active));
  }
}
