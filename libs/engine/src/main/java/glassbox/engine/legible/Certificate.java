package glassbox.engine.legible;

import java.util.Arrays;

/**
 * How far the deployed model and its legible twin are apart, input by input: {@code delta =
 * TV(softmax full, softmax legible)}, in 0..1.
 *
 * <p>It is computed, not predicted. It bounds what the bottlenecks' leaks do, and nothing that goes
 * round the bottlenecks.
 */
public final class Certificate {

  private final double[] deltas;
  private final double agreement;

  private Certificate(double[] deltas, double agreement) {
    this.deltas = deltas;
    this.agreement = agreement;
  }

  /**
   * From two sets of logits, {@code [B, C]} row-major.
   *
   * @throws IllegalArgumentException when their sizes do not fit each other and {@code classes}
   */
  public static Certificate of(float[] full, float[] legible, int classes) {
    if (full.length != legible.length || full.length == 0 || full.length % classes != 0) {
      throw new IllegalArgumentException(
          full.length + " and " + legible.length + " logits do not fit " + classes + " classes");
    }
    var deltas = new double[full.length / classes];
    int agreeing = 0;
    for (int row = 0; row < deltas.length; row++) {
      deltas[row] = totalVariation(full, legible, row * classes, classes);
      agreeing += largest(full, row, classes) == largest(legible, row, classes) ? 1 : 0;
    }
    return new Certificate(deltas, (double) agreeing / deltas.length);
  }

  private static double totalVariation(float[] left, float[] right, int from, int classes) {
    double[] p = softmax(left, from, classes);
    double[] q = softmax(right, from, classes);
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += Math.abs(p[c] - q[c]);
    }
    return Math.min(1, sum / 2);
  }

  private static double[] softmax(float[] logits, int from, int classes) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      highest = Math.max(highest, logits[from + c]);
    }
    var probabilities = new double[classes];
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      probabilities[c] = Math.exp(logits[from + c] - highest);
      sum += probabilities[c];
    }
    for (int c = 0; c < classes; c++) {
      probabilities[c] /= sum;
    }
    return probabilities;
  }

  /** The class with the largest logit of a row; the first of equal ones. */
  public static int largest(float[] logits, int row, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      best = logits[row * classes + c] > logits[row * classes + best] ? c : best;
    }
    return best;
  }

  /** One delta an input. */
  public double[] deltas() {
    return deltas.clone();
  }

  /** Mean delta. */
  public double mean() {
    return Arrays.stream(deltas).average().orElseThrow();
  }

  /** The delta that 95% of the inputs do not exceed. */
  public double p95() {
    double[] ascending = deltas.clone();
    Arrays.sort(ascending);
    return ascending[(int) Math.ceil(0.95 * ascending.length) - 1];
  }

  /** Largest delta. */
  public double max() {
    return Arrays.stream(deltas).max().orElseThrow();
  }

  /** Share of inputs for which both choose the same class. */
  public double agreement() {
    return agreement;
  }
}
