package glassbox.critics.safety;

import glassbox.critics.contradiction.Proposition;
import glassbox.critics.text.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Clauses of question and context that forbid something, and what does it all the same. */
final class Prohibitions {
  private static final int LONGEST = 300;
  private static final int MOST = 128;
  private static final Pattern FORBIDS =
      Pattern.compile(
          "\\b(?:must|may|shall|should|do|can) ?not\\b|\\bmustn't\\b|\\bnever\\b|\\bis"
              + " (?:forbidden|prohibited|contraindicated|not (?:allowed|permitted))\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> STRUCTURE =
      Set.of(
          "must",
          "not",
          "may",
          "shall",
          "should",
          "can",
          "never",
          "forbidden",
          "prohibited",
          "contraindicated",
          "allowed",
          "permitted",
          "has",
          "have",
          "been",
          "any",
          "you",
          "be");

  private record Clause(Set<String> words, String text) {}

  private final List<Clause> clauses = new ArrayList<>();

  Prohibitions(List<String> sources) {
    for (String source : sources) {
      for (Sentence sentence : Sentence.split(source)) {
        if (clauses.size() < MOST
            && sentence.text().length() <= LONGEST
            && !sentence.question()
            && FORBIDS.matcher(sentence.text()).find()
            && Proposition.of(sentence.text()).quantities().isEmpty()) {
          add(sentence.text());
        }
      }
    }
  }

  private void add(String text) {
    Set<String> words = new HashSet<>(stems(text));
    words.removeAll(STRUCTURE);
    if (words.size() >= 2) {
      clauses.add(new Clause(words, text));
    }
  }

  /** The clause that a sentence of an answer goes against: it says all of it and denies none. */
  Optional<String> broken(String sentence) {
    Proposition said = Proposition.of(sentence);
    if (said.denies() || !said.asserted() || FORBIDS.matcher(sentence).find()) {
      return Optional.empty();
    }
    Set<String> words = stems(sentence);
    return clauses.stream()
        .filter(clause -> words.containsAll(clause.words()))
        .map(clause -> "forbidden: " + clause.text())
        .findFirst();
  }

  /** Crude stems, the same on both sides: {@code taken}, {@code takes}, {@code taking}: take. */
  private static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    for (String word : Limits.words(text)) {
      String stem = word.replaceAll("(?:ing|en|ed|es|e|n)$", "");
      stems.add(stem.length() >= 3 ? stem : word);
    }
    return stems;
  }
}
