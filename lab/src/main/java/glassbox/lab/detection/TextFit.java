package glassbox.lab.detection;

import glassbox.critics.score.TextModel;
import java.util.List;
import java.util.TreeMap;

/**
 * Fits a linear reading of texts: logistic regression with a squared penalty, by Nesterov's
 * accelerated gradient with a step from the bound of the curvature. Deterministic.
 */
final class TextFit {

  private static final int BUCKETS = 8192;
  private static final int STEPS = 400;
  private static final double PENALTY = 2e-3;
  private static final double LEAST_WEIGHT = 1e-3;
  private static final double DECIMALS = 1e4;

  private TextFit() {}

  /**
   * A text and whether it is to be flagged.
   *
   * @param fold part of the material that is read together: an act with all its wordings
   */
  record Text(String text, boolean flawed, int fold) {}

  /** The reading that tells flawed texts from others; weights rounded to four decimals. */
  static TextModel fit(List<Text> texts) {
    int[][] grams =
        texts.stream()
            .map(text -> TextModel.buckets(text.text(), BUCKETS))
            .map(found -> found.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    double step = 1 / (curvature(grams) + PENALTY);
    double[] weights = new double[BUCKETS];
    double[] ahead = new double[BUCKETS];
    for (int t = 1; t <= STEPS; t++) {
      double[] gradient = gradient(grams, texts, ahead);
      double momentum = (t - 1.0) / (t + 2);
      for (int j = 0; j < BUCKETS; j++) {
        double next = ahead[j] - step * (gradient[j] + PENALTY * ahead[j]);
        ahead[j] = next + momentum * (next - weights[j]);
        weights[j] = next;
      }
    }
    var kept = new TreeMap<Integer, Double>();
    for (int j = 0; j < BUCKETS; j++) {
      if (Math.abs(weights[j]) >= LEAST_WEIGHT) {
        kept.put(j, Math.round(weights[j] * DECIMALS) / DECIMALS);
      }
    }
    return new TextModel(BUCKETS, kept);
  }

  /** A quarter of the largest squared length of a row bounds the curvature of the mean loss. */
  private static double curvature(int[][] grams) {
    double largest = 0;
    for (int[] row : grams) {
      var counts = new TreeMap<Integer, Integer>();
      for (int bucket : row) {
        counts.merge(bucket, 1, Integer::sum);
      }
      double squares = counts.values().stream().mapToDouble(c -> (double) c * c).sum();
      largest = Math.max(largest, squares / Math.max(1, row.length));
    }
    return largest / 4;
  }

  private static double[] gradient(int[][] grams, List<Text> texts, double[] weights) {
    double[] gradient = new double[weights.length];
    for (int i = 0; i < grams.length; i++) {
      double scale = 1 / Math.sqrt(Math.max(1, grams[i].length));
      double logit = 0;
      for (int bucket : grams[i]) {
        logit += weights[bucket] * scale;
      }
      double error = 1 / (1 + Math.exp(-logit)) - (texts.get(i).flawed() ? 1 : 0);
      for (int bucket : grams[i]) {
        gradient[bucket] += error * scale / grams.length;
      }
    }
    return gradient;
  }
}
