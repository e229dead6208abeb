package glassbox.critics.contradiction;

import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence as the rules see it.
 *
 * @param text the sentence
 * @param subject content words before the first stative verb; all of them where there is none
 * @param predicate content words after it
 * @param verb the stative verb, if any
 * @param negated whether an odd number of negators stands in it
 * @param quantifier how much of its subject it is about
 * @param limit how its numbers bound
 * @param quantities numbers with units, years left to the content words
 * @param asserted false for questions and for what is only supposed
 */
public record Proposition(
    String text,
    List<String> subject,
    List<String> predicate,
    Optional<String> verb,
    boolean negated,
    Quantifier quantifier,
    Limit limit,
    List<StatedQuantity> quantities,
    boolean asserted) {

  /** How much of the subject, or how often. */
  public enum Quantifier {
    UNSAID,
    ALL,
    SOME,
    NONE
  }

  /** How a number bounds. */
  public enum Limit {
    EXACT,
    AT_MOST,
    AT_LEAST,
    VAGUE
  }

  public Proposition {
    subject = List.copyOf(subject);
    predicate = List.copyOf(predicate);
    quantities = List.copyOf(quantities);
  }

  /** Reads a sentence. */
  public static Proposition of(String sentence) {
    List<StatedQuantity> quantities =
        Quantities.in(sentence).stream().filter(q -> !q.year()).toList();
    PropositionBuilder builder = new PropositionBuilder();
    int at = 0;
    int quantity = 0;
    while (at < sentence.length()) {
      if (quantity < quantities.size() && at >= quantities.get(quantity).start()) {
        at = Math.max(at + 1, quantities.get(quantity++).end());
        continue;
      }
      int end = wordEnd(sentence, at);
      if (end > at) {
        builder.add(sentence.substring(at, end), at == 0);
      }
      at = Math.max(end, at + 1);
    }
    return builder.build(sentence, quantities);
  }

  /** Whether it says that something is not so, by a negator or by {@code no}, {@code never}. */
  public boolean denies() {
    return negated != (quantifier == Quantifier.NONE);
  }

  /** All content words. */
  public Set<String> words() {
    Set<String> all = new LinkedHashSet<>(subject);
    all.addAll(predicate);
    return all;
  }

  /** Content words in order. */
  List<String> sequence() {
    List<String> all = new ArrayList<>(subject);
    all.addAll(predicate);
    return all;
  }

  private static int wordEnd(String text, int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean inner = (c == '\'' || c == '’') && i > from && i + 1 < text.length();
      if (!Character.isLetterOrDigit(c) && !(inner && Character.isLetter(text.charAt(i + 1)))) {
        break;
      }
      i++;
    }
    return i;
  }

  static String lower(String word) {
    return word.replace('’', '\'').toLowerCase(Locale.ROOT);
  }
}
