package glassbox.lab.monitor;

import java.util.Arrays;

/**
 * An answer as the channel saw it.
 *
 * @param prompt what was asked
 * @param answer what the model said
 * @param tokens of the answer
 * @param deltaMean mean delta of its tokens
 * @param deltaMax largest delta of its tokens
 * @param exceeding tokens whose delta is above the level
 * @param chance of so many among the tokens of a clean answer
 */
record Watched(
    String prompt,
    String answer,
    int tokens,
    double deltaMean,
    double deltaMax,
    int exceeding,
    double chance) {

  /**
   * @param deltas at least one
   * @param clean most chance of a clean token to exceed
   */
  static Watched of(String prompt, String answer, double[] deltas, double level, double clean) {
    int exceeding = (int) Arrays.stream(deltas).filter(delta -> !(delta <= level)).count();
    return new Watched(
        prompt,
        answer,
        deltas.length,
        Arrays.stream(deltas).average().orElseThrow(),
        Arrays.stream(deltas).max().orElseThrow(),
        exceeding,
        tail(deltas.length, exceeding, clean));
  }

  /** Chance of at least {@code k} of {@code n}, each with chance {@code p} in (0, 1). */
  static double tail(int n, int k, double p) {
    double logChoose = 0;
    double sum = 0;
    for (int i = 0; i <= n; i++) {
      if (i >= k) {
        sum += Math.exp(logChoose + i * Math.log(p) + (n - i) * Math.log1p(-p));
      }
      logChoose += Math.log((double) (n - i) / (i + 1));
    }
    return Math.min(1, sum);
  }
}
