package glassbox.lab.naming;

import glassbox.lab.world.label.Concept;
import glassbox.lab.world.label.ConceptType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Half of the held-out text: the id of each token and what it may mean to be active there. */
final class Tokens {

  /** Concepts that colour long stretches of text: each of their tokens counts by itself. */
  private static final Set<ConceptType> STRETCHES =
      EnumSet.of(ConceptType.FIELD, ConceptType.DOMAIN);

  private final List<Integer> ids = new ArrayList<>();
  private final List<List<Occurrence>> occurrences = new ArrayList<>();
  private final Map<Meaning, Integer> totals = new LinkedHashMap<>();
  private Map<Meaning, Occurrence> open = Map.of();

  /**
   * A run of tokens that carry a meaning.
   *
   * @param number of the run among those of its meaning, from 1
   */
  record Occurrence(Meaning meaning, int number) {}

  /** To be called before the first token of each text: no run goes on from one to the next. */
  void begin() {
    open = Map.of();
  }

  /** Adds a token and gives its number. */
  int add(int id, Set<Concept> here, Set<Concept> next) {
    var now = new LinkedHashMap<Meaning, Occurrence>();
    here.forEach(concept -> carry(now, new Meaning(concept, false)));
    next.forEach(concept -> carry(now, new Meaning(concept, true)));
    open = now;
    ids.add(id);
    occurrences.add(List.copyOf(now.values()));
    return ids.size() - 1;
  }

  private void carry(Map<Meaning, Occurrence> now, Meaning meaning) {
    if (meaning.concept().type() == ConceptType.FREE) {
      return; // a choice of words, not a meaning
    }
    Occurrence running = STRETCHES.contains(meaning.concept().type()) ? null : open.get(meaning);
    now.put(
        meaning,
        running != null
            ? running
            : new Occurrence(meaning, totals.merge(meaning, 1, Integer::sum)));
  }

  int id(int token) {
    return ids.get(token);
  }

  List<Occurrence> occurrences(int token) {
    return occurrences.get(token);
  }

  /** How often a meaning occurs. */
  int total(Meaning meaning) {
    return totals.getOrDefault(meaning, 0);
  }
}
