package glassbox.critics.chi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts of n-grams of one length in a window, with matches against the window before. */
final class Grams {
  private final Map<List<Integer>, Integer> counts = new HashMap<>();
  private final Map<List<Integer>, Integer> wanted;
  private int total;
  private int matched;

  /** Counts against nothing. */
  Grams() {
    this.wanted = Map.of();
  }

  /** Counts against those of the window before. */
  Grams(Grams before) {
    this.wanted = before.counts;
  }

  void add(List<Integer> gram) {
    total++;
    int count = counts.merge(gram, 1, Integer::sum);
    if (count <= wanted.getOrDefault(gram, 0)) {
      matched++;
    }
  }

  double repeated() {
    return total == 0 ? 0 : 1 - (double) counts.size() / total;
  }

  /** Clipped precision against the window before. */
  double precision() {
    return total == 0 ? 0 : (double) matched / total;
  }
}
