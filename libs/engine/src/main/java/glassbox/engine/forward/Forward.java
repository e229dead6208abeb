package glassbox.engine.forward;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Log-probabilities of the next token, in nats, as the engine computed them in f32.
 *
 * <p>Flat, [rows, positions, vocabularySize], row-major. The array is handed over, not copied.
 */
public final class Forward {
  private final int rows;
  private final int positions;
  private final int vocabularySize;
  private final float[] logProbs;
  private final float[] logNormalizers;
  private final List<LayerTrace> traces;
  private final List<List<SparseCode>> codes;

  /**
   * Log-probabilities whose logits are not known.
   *
   * @param traces one for each row, or none at all
   * @throws IllegalArgumentException when the sizes do not fit together
   */
  public Forward(
      int rows, int positions, int vocabularySize, float[] logProbs, List<LayerTrace> traces) {
    this(rows, positions, vocabularySize, logProbs, new float[0], traces);
  }

  /**
   * Log-probabilities without codes.
   *
   * @param logNormalizers log sum exp of each position's logits, [rows * positions], or empty
   * @param traces one for each row, or none at all
   * @throws IllegalArgumentException when the sizes do not fit together
   */
  public Forward(
      int rows,
      int positions,
      int vocabularySize,
      float[] logProbs,
      float[] logNormalizers,
      List<LayerTrace> traces) {
    this(rows, positions, vocabularySize, logProbs, logNormalizers, traces, List.of());
  }

  /**
   * Log-probabilities with everything that a session may report beside them.
   *
   * @param logNormalizers log sum exp of each position's logits, [rows * positions], or empty
   * @param traces one for each row, or none at all
   * @param codes one a layer for each of the rows * positions, or none at all
   * @throws IllegalArgumentException when the sizes do not fit together
   */
  public Forward(
      int rows,
      int positions,
      int vocabularySize,
      float[] logProbs,
      float[] logNormalizers,
      List<LayerTrace> traces,
      List<List<SparseCode>> codes) {
    if ((long) rows * positions * vocabularySize != logProbs.length) {
      throw new IllegalArgumentException(
          "%d log-probabilities for [%d, %d, %d]"
              .formatted(logProbs.length, rows, positions, vocabularySize));
    }
    if (logNormalizers.length != 0 && logNormalizers.length != rows * positions) {
      throw new IllegalArgumentException(
          "%d normalizers for [%d, %d]".formatted(logNormalizers.length, rows, positions));
    }
    if (!traces.isEmpty() && traces.size() != rows) {
      throw new IllegalArgumentException(traces.size() + " traces for " + rows + " rows");
    }
    if (!codes.isEmpty() && codes.size() != rows * positions) {
      throw new IllegalArgumentException(
          "%d codes for [%d, %d]".formatted(codes.size(), rows, positions));
    }
    this.rows = rows;
    this.positions = positions;
    this.vocabularySize = vocabularySize;
    this.logProbs = logProbs;
    this.logNormalizers = logNormalizers;
    this.traces = List.copyOf(traces);
    this.codes = List.copyOf(codes);
  }

  public int rows() {
    return rows;
  }

  public int positions() {
    return positions;
  }

  public int vocabularySize() {
    return vocabularySize;
  }

  /** [rows * positions * vocabularySize]; do not change it. */
  public float[] logProbs() {
    return logProbs;
  }

  /** log sum exp of each position's logits, [rows * positions], or empty; do not change it. */
  public float[] logNormalizers() {
    return logNormalizers;
  }

  /** Where in {@link #logProbs} the distribution of this row and position begins. */
  public int offset(int row, int position) {
    return (row * positions + position) * vocabularySize;
  }

  /**
   * The scores the log-probabilities were made from, [vocabularySize]; empty when the decoder did
   * not keep their normalizers.
   */
  public Optional<float[]> logits(int row, int position) {
    if (logNormalizers.length == 0) {
      return Optional.empty();
    }
    int offset = offset(row, position);
    float[] logits = Arrays.copyOfRange(logProbs, offset, offset + vocabularySize);
    for (int i = 0; i < logits.length; i++) {
      logits[i] += logNormalizers[row * positions + position];
    }
    return Optional.of(logits);
  }

  /** What happened inside at the last position of {@code row}, if the session traces. */
  public Optional<LayerTrace> trace(int row) {
    return traces.isEmpty() ? Optional.empty() : Optional.of(traces.get(row));
  }

  /** The code of every layer at this row and position; empty unless the session reports codes. */
  public List<SparseCode> codes(int row, int position) {
    return codes.isEmpty() ? List.of() : codes.get(row * positions + position);
  }

  /** All codes, [rows * positions], or empty. */
  public List<List<SparseCode>> codes() {
    return codes;
  }
}
