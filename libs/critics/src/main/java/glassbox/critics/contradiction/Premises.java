package glassbox.critics.contradiction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Premises by their content words. Bounded lists a word and bounded candidates a sentence keep the
 * whole critic linear.
 */
final class Premises {
  private static final int POSTINGS = 64;
  private static final int CANDIDATES = 8;
  private final List<Proposition> all = new ArrayList<>();
  private final Map<String, List<Integer>> byWord = new HashMap<>();

  void add(Proposition proposition) {
    int number = all.size();
    all.add(proposition);
    for (String word : proposition.words()) {
      List<Integer> postings = byWord.computeIfAbsent(word, key -> new ArrayList<>());
      if (postings.size() < POSTINGS) {
        postings.add(number);
      }
    }
  }

  /** The premises that share most words with a sentence, at least one. */
  List<Proposition> near(Proposition proposition) {
    Map<Integer, Integer> shared = new HashMap<>();
    for (String word : proposition.words()) {
      byWord.getOrDefault(word, List.of()).forEach(n -> shared.merge(n, 1, Integer::sum));
    }
    return shared.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(CANDIDATES)
        .map(entry -> all.get(entry.getKey()))
        .toList();
  }
}
