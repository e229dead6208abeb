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

  /** Meanings that occur less often are not matched: a few occurrences fit by chance. */
  private static final int FEWEST = 8;

  private static final double[] QUANTILES = {0, 0.25, 0.5, 0.75, 0.85, 0.9, 0.95, 0.975};

  /** How far an activity and a meaning coincide. */
  private static final class Hits {
    private int tokens;
    private int occurrences;
    private int last;

    void add(int occurrence) {
      tokens++;
      occurrences += occurrence == last ? 0 : 1;
      last = occurrence;
    }
  }

  /** The meaning and threshold with the largest F1; of equal ones the first meaning by name. */
  static Optional<Match> best(Activity activity, Tokens tokens) {
    Match best = null;
    float[] sorted = activity.sorted();
    for (double quantile : QUANTILES) {
      float threshold = quantile == 0 ? 0 : sorted[(int) (quantile * (sorted.length - 1))];
      Map<Meaning, Hits> hits = new LinkedHashMap<>();
      int active = count(activity, tokens, threshold, hits);
      for (Map.Entry<Meaning, Hits> hit : hits.entrySet()) {
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

  /** Number of active tokens; an activity's tokens ascend, so an occurrence's are neighbours. */
  private static int count(
      Activity activity, Tokens tokens, float threshold, Map<Meaning, Hits> hits) {
    int active = 0;
    for (int i = 0; i < activity.size(); i++) {
      if (activity.entry(i) > threshold) {
        active++;
        for (Tokens.Occurrence occurrence : tokens.occurrences(activity.token(i))) {
          hits.computeIfAbsent(occurrence.meaning(), meaning -> new Hits())
              .add(occurrence.number());
        }
      }
    }
    return active;
  }

  /** F1 of the same meaning and threshold on other text; 0 where neither occurs. */
  double on(Activity activity, Tokens tokens) {
    Map<Meaning, Hits> hits = new LinkedHashMap<>();
    int active = count(activity, tokens, threshold, hits);
    return f1(hits.getOrDefault(meaning, new Hits()), active, tokens.total(meaning));
  }

  private static double f1(Hits hits, int active, int total) {
    if (hits.tokens == 0) {
      return 0;
    }
    double precision = (double) hits.tokens / active;
    double recall = (double) hits.occurrences / total;
    return 2 * precision * recall / (precision + recall);
  }
}
