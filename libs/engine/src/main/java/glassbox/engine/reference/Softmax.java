package glassbox.engine.reference;

import java.util.Arrays;

/** Probabilities and log-probabilities of scores. */
final class Softmax {
  private Softmax() {}

  /** exp(x_i) / sum_j exp(x_j). */
  static double[] probabilities(double[] scores) {
    double normalizer = logSumExp(scores);
    return Arrays.stream(scores).map(score -> Math.exp(score - normalizer)).toArray();
  }

  /** log sum_j exp(x_j), in nats. */
  static double logSumExp(double[] scores) {
    double largest = Arrays.stream(scores).max().orElseThrow();
    return largest + Math.log(Arrays.stream(scores).map(s -> Math.exp(s - largest)).sum());
  }
}
