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
    this.rows = rows;
    this.positions = positions;
    this.vocabularySize = vocabularySize;
    this.logProbs = logProbs;
    this.logNormalizers = logNormalizers;
    this.traces = List.copyOf(traces);
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
}
