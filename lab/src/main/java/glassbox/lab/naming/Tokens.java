package glassbox.lab.naming;

import glassbox.lab.world.label.Concept;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Half of the held-out text: the id of each token and what it may mean to be active there. */
final class Tokens {

  private final List<Integer> ids = new ArrayList<>();
  private final List<List<Meaning>> meanings = new ArrayList<>();
  private final Map<Meaning, Integer> totals = new LinkedHashMap<>();

  /** Adds a token and gives its number. */
  int add(int id, Set<Concept> here, Set<Concept> next) {
    var meaning = new ArrayList<Meaning>();
    here.forEach(concept -> meaning.add(new Meaning(concept, false)));
    next.forEach(concept -> meaning.add(new Meaning(concept, true)));
    meaning.forEach(one -> totals.merge(one, 1, Integer::sum));
    ids.add(id);
    meanings.add(List.copyOf(meaning));
    return ids.size() - 1;
  }

  int id(int token) {
    return ids.get(token);
  }

  List<Meaning> meanings(int token) {
    return meanings.get(token);
  }

  /** Number of tokens that carry a meaning. */
  int total(Meaning meaning) {
    return totals.getOrDefault(meaning, 0);
  }
}
