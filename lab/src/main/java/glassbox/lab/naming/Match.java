package glassbox.lab.naming;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an atom fits best.
 *
 * @param meaning what it was
 * @param threshold above which the atom counts as active
 * @param score F1 on the text it was chosen on
 */
record Match(Meaning meaning, float threshold, double score) {

  /** Meanings of fewer tokens are not matched: a few tokens fit by chance. */
  private static final int FEWEST = 8;

  private static final double[] QUANTILES = {0, 0.25, 0.5, 0.75, 0.85, 0.9, 0.95, 0.975};

  /** The meaning and threshold with the largest F1; of equal ones the first meaning by name. */
  static Optional<Match> best(Activity activity, Tokens tokens) {
    Match best = null;
    float[] sorted = activity.sorted();
    for (double quantile : QUANTILES) {
      float threshold = quantile == 0 ? 0 : sorted[(int) (quantile * (sorted.length - 1))];
      Map<Meaning, Integer> hits = new LinkedHashMap<>();
      int active = count(activity, tokens, threshold, hits);
      for (Map.Entry<Meaning, Integer> hit : hits.entrySet()) {
        int total = tokens.total(hit.getKey());
        if (total >= FEWEST) {
          var match = new Match(hit.getKey(), threshold, f1(hit.getValue(), active, total));
          best = best == null || match.above(best) ? match : best;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean above(Match other) {
    return score > other.score || (score == other.score && meaning.compareTo(other.meaning) < 0);
  }

  private static int count(
      Activity activity, Tokens tokens, float threshold, Map<Meaning, Integer> hits) {
    int active = 0;
    for (int i = 0; i < activity.size(); i++) {
      if (activity.entry(i) > threshold) {
        active++;
        tokens.meanings(activity.token(i)).forEach(one -> hits.merge(one, 1, Integer::sum));
      }
    }
    return active;
  }

  /** F1 of the same meaning and threshold on other text; 0 where neither occurs. */
  double on(Activity activity, Tokens tokens) {
    Map<Meaning, Integer> hits = new LinkedHashMap<>();
    int active = count(activity, tokens, threshold, hits);
    return f1(hits.getOrDefault(meaning, 0), active, tokens.total(meaning));
  }

  private static double f1(int both, int active, int total) {
    return both == 0 ? 0 : 2.0 * both / (active + total);
  }
}
