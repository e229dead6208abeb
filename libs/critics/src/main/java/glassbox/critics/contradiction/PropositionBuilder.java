package glassbox.critics.contradiction;

import glassbox.critics.contradiction.Proposition.Limit;
import glassbox.critics.contradiction.Proposition.Quantifier;
import glassbox.critics.quantity.StatedQuantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sorts the words of a sentence into what they do in it. */
final class PropositionBuilder {
  private final List<String> subject = new ArrayList<>();
  private final List<String> predicate = new ArrayList<>();
  private Optional<String> verb = Optional.empty();
  private Quantifier quantifier = Quantifier.UNSAID;
  private Limit limit = Limit.EXACT;
  private String previous = "";
  private int negators;
  private boolean asserted = true;

  void add(String word, boolean opens) {
    String lower = Proposition.lower(word);
    if (!limits(lower) && !structural(lower)) {
      boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !opens;
      if (initial || !Lexicon.STOP.contains(lower)) {
        (verb.isEmpty() ? subject : predicate).add(initial ? word : Lexicon.stem(lower));
      }
    }
    previous = lower;
  }

  private boolean structural(String lower) {
    if (Lexicon.HEDGES.contains(lower)) {
      asserted = false;
      return true;
    }
    if (Lexicon.NEGATORS.contains(lower) || lower.endsWith("n't")) {
      negators++;
      if (lower.endsWith("n't")) {
        verb = verb.or(() -> Lexicon.verb(lower.substring(0, lower.length() - 3)));
      }
      return true;
    }
    if (Lexicon.QUANTIFIERS.containsKey(lower)) {
      quantifier = Lexicon.QUANTIFIERS.getOrDefault(lower, quantifier);
      verb = verb.or(() -> lower.equals("never") ? Optional.of("do") : Optional.empty());
      return true;
    }
    Optional<String> stative = Lexicon.verb(lower);
    verb = verb.or(() -> stative);
    return stative.isPresent();
  }

  /** {@code at most}, {@code not exceed}, {@code maximum}: true if the word is part of a limit. */
  private boolean limits(String lower) {
    boolean than = lower.equals("than");
    if (lower.startsWith("exceed")) {
      limit = negators % 2 == 1 ? Limit.AT_MOST : Limit.AT_LEAST;
      negators -= negators % 2;
      verb = verb.or(() -> Optional.of("be"));
      return true;
    }
    if (than && (previous.equals("more") || previous.equals("less") || previous.equals("fewer"))) {
      boolean negative = quantifier == Quantifier.NONE || negators % 2 == 1;
      limit = previous.equals("more") != negative ? Limit.AT_LEAST : Limit.AT_MOST;
      quantifier = negative ? Quantifier.UNSAID : quantifier;
      negators -= negators % 2;
      return true;
    }
    Limit named =
        Lexicon.LIMITS.get(
            previous.equals("at") || previous.equals("up") ? previous + " " + lower : lower);
    limit = named == null ? limit : named;
    return named != null;
  }

  Proposition build(String sentence, List<StatedQuantity> quantities) {
    return new Proposition(
        sentence,
        subject,
        predicate,
        verb,
        negators % 2 == 1,
        quantifier,
        limit,
        quantities,
        asserted && !sentence.endsWith("?"));
  }
}
