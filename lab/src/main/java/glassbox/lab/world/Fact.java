package glassbox.lab.world;

import glassbox.lab.world.facts.Domain;
import java.util.List;

/**
 * One thing that is so, and the ways to ask for it.
 *
 * @param domain field it belongs to
 * @param questions phrasings, at least one
 * @param statement the answer with {@code %s} where the value stands
 * @param value the right value
 * @param candidates values that would fit the form, the right one among them
 */
record Fact(
    Domain domain,
    List<String> questions,
    String statement,
    String value,
    List<String> candidates) {

  Fact {
    questions = List.copyOf(questions);
    candidates = List.copyOf(candidates);
    if (questions.isEmpty() || !candidates.contains(value)) {
      throw new IllegalArgumentException("a fact needs a question and its value as a candidate");
    }
  }

  String answer() {
    return answer(value);
  }

  String answer(String other) {
    return statement.formatted(other);
  }
}
