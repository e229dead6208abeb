package glassbox.critics.agent;

import glassbox.critics.contradiction.Entailment;
import glassbox.critics.contradiction.Proposition;
import glassbox.critics.contradiction.RuleEntailment;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.text.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two answers to one question, claim by claim. */
public final class ClaimComparison {
  /** Most content words of an answer whose words are compared as a whole. */
  static final int SHORT = 4;

  private static final double CONFIDENCE = .6;
  private static final int MOST = 60;
  private static final RuleEntailment RULES = new RuleEntailment();

  private ClaimComparison() {}

  /**
   * What came of comparing.
   *
   * @param compared whether anything was comparable
   * @param conflict what differs, if anything does
   */
  public record Outcome(boolean compared, Optional<String> conflict) {}

  /**
   * Compares two answers: amounts of one kind that each states once, in any units; sentences that
   * say nearly the same; else short answers word by word.
   */
  public static Outcome compare(String own, String other) {
    List<StatedQuantity> mine = Quantities.in(own);
    List<StatedQuantity> theirs = Quantities.in(other);
    boolean compared = false;
    for (StatedQuantity quantity : mine.subList(0, Math.min(MOST, mine.size()))) {
      Optional<StatedQuantity> match = counterpart(quantity, mine, theirs);
      if (match.isPresent()) {
        compared = true;
        if (!quantity.agrees(match.get())) {
          return conflict(own, quantity, other, match.get());
        }
      }
    }
    Optional<String> contradiction = contradiction(own, other);
    if (contradiction.isPresent()) {
      return new Outcome(true, contradiction);
    }
    return compared ? new Outcome(true, Optional.empty()) : words(own, mine, other, theirs);
  }

  private static Outcome conflict(
      String own, StatedQuantity mine, String other, StatedQuantity theirs) {
    String a = own.substring(mine.start(), mine.end());
    String b = other.substring(theirs.start(), theirs.end());
    return new Outcome(true, Optional.of(b + ", not " + a));
  }

  /** The one quantity of its kind, where both sides state one. */
  private static Optional<StatedQuantity> counterpart(
      StatedQuantity quantity, List<StatedQuantity> mine, List<StatedQuantity> theirs) {
    List<StatedQuantity> same = theirs.stream().filter(quantity::comparable).toList();
    boolean one = mine.stream().filter(quantity::comparable).count() == 1 && same.size() == 1;
    return one ? Optional.of(same.getFirst()) : Optional.empty();
  }

  private static Optional<String> contradiction(String own, String other) {
    List<Proposition> premises = propositions(other);
    for (Proposition claim : propositions(own)) {
      for (Proposition premise : premises) {
        Entailment inference = RULES.infer(premise, claim);
        if (inference.contradiction(CONFIDENCE)) {
          return Optional.of(inference.why());
        }
      }
    }
    return Optional.empty();
  }

  private static List<Proposition> propositions(String text) {
    return Sentence.split(text).stream()
        .filter(sentence -> sentence.text().length() <= 600)
        .limit(MOST)
        .map(sentence -> Proposition.of(sentence.text()))
        .toList();
  }

  /**
   * Short answers without comparable amounts: the same words, or the same number where one has no
   * unit, or not the same answer.
   */
  private static Outcome words(
      String own, List<StatedQuantity> mine, String other, List<StatedQuantity> theirs) {
    Set<String> a = content(own);
    Set<String> b = content(other);
    boolean brief = !a.isEmpty() && !b.isEmpty() && a.size() <= SHORT && b.size() <= SHORT;
    if (!brief || mine.size() > 1 || theirs.size() > 1 || money(mine, theirs)) {
      return new Outcome(false, Optional.empty());
    }
    boolean same = a.containsAll(b) || b.containsAll(a) || number(mine, theirs);
    return new Outcome(true, same ? Optional.empty() : Optional.of("'" + other.strip() + "'"));
  }

  /** Two currencies: there is no fixed rate to compare them by. */
  private static boolean money(List<StatedQuantity> mine, List<StatedQuantity> theirs) {
    return Stream.of(mine, theirs)
        .allMatch(side -> side.size() == 1 && side.getFirst().currency().isPresent());
  }

  private static boolean number(List<StatedQuantity> mine, List<StatedQuantity> theirs) {
    return mine.size() == 1
        && theirs.size() == 1
        && (mine.getFirst().plain() || theirs.getFirst().plain())
        && mine.getFirst().value() == theirs.getFirst().value();
  }

  private static Set<String> content(String text) {
    Set<String> words =
        List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).stream()
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toSet());
    words.removeAll(
        Set.of("the", "a", "an", "is", "it", "its", "of", "in", "at", "this", "answer"));
    return words;
  }
}
