package glassbox.engine.mixture;

/**
 * The specialists' log-probabilities for one next token, as windows into the engine's own arrays.
 *
 * @param values per specialist, the array that holds its V log-probabilities (f32, nats); two
 *     specialists may share one array
 * @param offsets per specialist, where its V values start
 * @param vocabularySize V
 */
@SuppressWarnings("ArrayRecordComponent") // windows into one transfer: a copy would cost S * V
public record SpecialistLogProbs(float[][] values, int[] offsets, int vocabularySize) {

  /** Requires one offset per array and V values from each offset. */
  public SpecialistLogProbs {
    if (values.length == 0 || values.length != offsets.length) {
      throw new IllegalArgumentException("need one offset per specialist, got " + offsets.length);
    }
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] < 0 || offsets[i] + vocabularySize > values[i].length) {
        throw new IllegalArgumentException("specialist " + i + " has too few log-probabilities");
      }
    }
  }

  /** S. */
  public int specialists() {
    return offsets.length;
  }

  /** Log-probability that specialist {@code i} gives to a token, nats. */
  public float of(int specialist, int tokenId) {
    return values[specialist][offsets[specialist] + tokenId];
  }

  /** What each specialist gives to one token: shape [S], nats. */
  public float[] column(int tokenId) {
    float[] column = new float[offsets.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = of(i, tokenId);
    }
    return column;
  }

  /** Entropy of one specialist's distribution, nats. */
  public double entropy(int specialist) {
    double entropy = 0;
    int from = offsets[specialist];
    for (int v = 0; v < vocabularySize; v++) {
      double logProb = values[specialist][from + v];
      double p = Math.exp(logProb);
      if (p > 0) {
        entropy -= p * logProb;
      }
    }
    return entropy;
  }
}
