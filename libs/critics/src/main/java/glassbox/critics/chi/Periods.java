package glassbox.critics.chi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The strongest period of a window: the largest autocorrelation r of mean-centred token embeddings
 * at a lag of 2..16 that fits twice into the window, corrected for chance: {@code (r - e) / (1 -
 * e)}, with e what a shuffled window gives on average.
 *
 * <p>Embeddings are hidden states where every token of the window brought one of the same length:
 * then {@code r = [sum of (x_i - m)(x_(i-lag) - m) / (n - lag)] / [sum of |x_i - m|^2 / n]} and
 * {@code e = -1 / (n - 1)}, for the centred vectors sum to nothing. Else they are one-hot vectors
 * of token ids: r is the share of positions equal to the one a lag before, e the sum of squared
 * token frequencies.
 */
final class Periods {
  private static final int MIN_LAG = 2;
  private static final int MAX_LAG = 16;
  private final List<Integer> ids = new ArrayList<>();
  private final List<float[]> embeddings = new ArrayList<>();
  private final Map<Integer, Integer> counts = new HashMap<>();
  private final int[] matches = new int[MAX_LAG + 1];
  private long squares;

  void add(Signal signal) {
    int id = signal.tokenId();
    int n = ids.size();
    for (int lag = MIN_LAG; lag <= MAX_LAG && lag <= n; lag++) {
      matches[lag] += ids.get(n - lag) == id ? 1 : 0;
    }
    ids.add(id);
    squares += 2L * counts.merge(id, 1, Integer::sum) - 1;
    signal.embedding().ifPresent(embeddings::add);
  }

  double strongest() {
    boolean hidden =
        embeddings.size() == ids.size()
            && !embeddings.isEmpty()
            && embeddings.stream().allMatch(e -> e.length == embeddings.getFirst().length);
    return hidden ? ofHiddenStates() : ofIds();
  }

  private double ofIds() {
    int n = ids.size();
    double chance = n == 0 ? 0 : (double) squares / ((double) n * n);
    if (chance >= 1) {
      return n > MIN_LAG ? 1 : 0;
    }
    double best = 0;
    for (int lag = MIN_LAG; lag <= MAX_LAG && 2 * lag <= n; lag++) {
      best = Math.max(best, ((double) matches[lag] / (n - lag) - chance) / (1 - chance));
    }
    return best;
  }

  private double ofHiddenStates() {
    int n = embeddings.size();
    double[][] centred = centred();
    double variance = 0;
    for (double[] row : centred) {
      variance += dot(row, row) / n;
    }
    if (variance < 1e-24 || n <= MIN_LAG) {
      return n > MIN_LAG ? 1 : 0;
    }
    double chance = -1.0 / (n - 1);
    double best = 0;
    for (int lag = MIN_LAG; lag <= MAX_LAG && 2 * lag <= n; lag++) {
      double covariance = 0;
      for (int i = lag; i < n; i++) {
        covariance += dot(centred[i], centred[i - lag]) / (n - lag);
      }
      best = Math.max(best, (covariance / variance - chance) / (1 - chance));
    }
    return best;
  }

  private double[][] centred() {
    int n = embeddings.size();
    int width = embeddings.getFirst().length;
    double[] mean = new double[width];
    for (float[] row : embeddings) {
      for (int d = 0; d < width; d++) {
        mean[d] += row[d] / (double) n;
      }
    }
    double[][] centred = new double[n][width];
    for (int i = 0; i < n; i++) {
      for (int d = 0; d < width; d++) {
        centred[i][d] = embeddings.get(i)[d] - mean[d];
      }
    }
    return centred;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
