package glassbox.critics.chi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The loop detector's measures by their definitions, over a whole window at once. */
final class LoopReference {
  private static final int MIN_LAG = 2;
  private static final int MAX_LAG = 16;

  private LoopReference() {}

  /** Largest share of repeated n-grams, n of 3..5. */
  static double repeatRatio(int[] ids) {
    double worst = 0;
    for (int n = 3; n <= 5 && n <= ids.length; n++) {
      int total = ids.length - n + 1;
      worst = Math.max(worst, 1 - (double) grams(ids, n).size() / total);
    }
    return worst;
  }

  /** BLEU-4 of a window with the one before as reference, with brevity penalty; 0 without one. */
  static double bleu(int[] window, int[] reference) {
    if (window.length < 4 || reference.length < 4) {
      return 0;
    }
    double logSum = 0;
    for (int n = 1; n <= 4; n++) {
      Map<List<Integer>, Integer> wanted = grams(reference, n);
      int matched = 0;
      for (Map.Entry<List<Integer>, Integer> gram : grams(window, n).entrySet()) {
        matched += Math.min(gram.getValue(), wanted.getOrDefault(gram.getKey(), 0));
      }
      logSum += Math.log((double) matched / (window.length - n + 1));
    }
    double brevity = Math.min(1, Math.exp(1 - (double) reference.length / window.length));
    return brevity * Math.exp(logSum / 4);
  }

  /** Largest chance-corrected match rate at a lag of 2..16 that fits twice into the window. */
  static double autocorrelation(int[] ids) {
    double chance = 0;
    for (int count : grams(ids, 1).values()) {
      chance += Math.pow((double) count / ids.length, 2);
    }
    if (chance >= 1) {
      return ids.length > MIN_LAG ? 1 : 0;
    }
    double best = 0;
    for (int lag = MIN_LAG; lag <= MAX_LAG && 2 * lag <= ids.length; lag++) {
      int matches = 0;
      for (int i = lag; i < ids.length; i++) {
        matches += ids[i] == ids[i - lag] ? 1 : 0;
      }
      best = Math.max(best, ((double) matches / (ids.length - lag) - chance) / (1 - chance));
    }
    return best;
  }

  private static Map<List<Integer>, Integer> grams(int[] ids, int n) {
    Map<List<Integer>, Integer> counts = new HashMap<>();
    for (int i = 0; i + n <= ids.length; i++) {
      List<Integer> gram = Arrays.stream(ids, i, i + n).boxed().toList();
      counts.merge(gram, 1, Integer::sum);
    }
    return counts;
  }
}
