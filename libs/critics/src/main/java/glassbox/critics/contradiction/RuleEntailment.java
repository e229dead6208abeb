package glassbox.critics.contradiction;

import glassbox.critics.contradiction.Proposition.Limit;
import glassbox.critics.contradiction.Proposition.Quantifier;
import glassbox.critics.quantity.StatedQuantity;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Deterministic inference by rules over nearly equal sentences.
 *
 * <p>The confidence is the Jaccard index of the content words compared times the strength of the
 * rule: an ordering of findings, not a calibrated probability.
 */
public final class RuleEntailment implements EntailmentModel {
  private static final double NUMBERS = .95;
  private static final double NEGATION = .9;
  private static final double QUANTIFIERS = .95;
  private static final double ANTONYMS = .9;
  private static final double ATTRIBUTES = .75;
  private static final double NEAR = .75;
  private static final int LONGEST_VALUE = 3;

  @Override
  public String name() {
    return "rules/1";
  }

  @Override
  public Entailment infer(Proposition premise, Proposition hypothesis) {
    if (!premise.asserted() || !hypothesis.asserted()) {
      return Entailment.NEUTRAL;
    }
    Set<String> a = premise.words();
    Set<String> b = hypothesis.words();
    double overlap = jaccard(a, b);
    return numbers(premise, hypothesis, overlap)
        .or(() -> quantifiers(premise, hypothesis, overlap))
        .or(() -> negation(premise, hypothesis, overlap))
        .or(() -> antonyms(premise, hypothesis))
        .or(() -> attributes(premise, hypothesis))
        .orElse(Entailment.NEUTRAL);
  }

  /** Same words, one comparable number on each side, and they differ. */
  private static Optional<Entailment> numbers(Proposition a, Proposition b, double overlap) {
    boolean stative = states(a) && states(b);
    boolean about = !a.subject().isEmpty() && !b.subject().isEmpty();
    if (!stative || !about || overlap < NEAR || a.denies() || b.denies()) {
      return Optional.empty();
    }
    for (StatedQuantity stated : b.quantities()) {
      List<StatedQuantity> same = a.quantities().stream().filter(stated::comparable).toList();
      long own = b.quantities().stream().filter(stated::comparable).count();
      if (same.size() == 1 && own == 1 && conflict(same.getFirst(), a.limit(), stated, b.limit())) {
        return Optional.of(Entailment.contradiction(NUMBERS * overlap, "another number is stated"));
      }
    }
    return Optional.empty();
  }

  /** {@code no more than 4 doses a day} states a number without a verb. */
  private static boolean states(Proposition proposition) {
    return proposition.verb().isPresent()
        || proposition.limit() == Limit.AT_MOST
        || proposition.limit() == Limit.AT_LEAST;
  }

  private static boolean conflict(StatedQuantity a, Limit limitA, StatedQuantity b, Limit limitB) {
    if (limitA == Limit.VAGUE || limitB == Limit.VAGUE) {
      return false;
    }
    if (limitA == limitB) {
      return !a.agrees(b);
    }
    boolean aboveA = limitA == Limit.AT_MOST || limitB == Limit.AT_LEAST;
    return aboveA ? b.exceeds(a) : a.exceeds(b);
  }

  private static Optional<Entailment> quantifiers(Proposition a, Proposition b, double overlap) {
    boolean near = overlap >= NEAR && a.words().size() >= 2;
    return near && (opposed(a, b) || opposed(b, a))
        ? Optional.of(Entailment.contradiction(QUANTIFIERS * overlap, "quantifiers conflict"))
        : Optional.empty();
  }

  private static boolean opposed(Proposition a, Proposition b) {
    boolean none =
        b.quantifier() == Quantifier.NONE || b.quantifier() == Quantifier.ALL && b.negated();
    boolean someNot = b.quantifier() == Quantifier.SOME && b.negated();
    return switch (a.quantifier()) {
      case ALL -> !a.negated() && (none || someNot);
      case SOME -> !a.negated() && b.quantifier() == Quantifier.NONE;
      case NONE, UNSAID -> false;
    };
  }

  private static Optional<Entailment> negation(Proposition a, Proposition b, double overlap) {
    boolean near = overlap >= .8 && a.words().size() >= 2;
    boolean unsaid = unsaid(a) && unsaid(b);
    boolean numbers =
        a.quantities().size() == b.quantities().size()
            && b.quantities().stream().allMatch(q -> a.quantities().stream().anyMatch(q::agrees));
    return near && unsaid && numbers && a.denies() != b.denies()
        ? Optional.of(Entailment.contradiction(NEGATION * overlap, "one side negates the other"))
        : Optional.empty();
  }

  /** {@code no changes} without a verb denies nothing. */
  private static boolean unsaid(Proposition proposition) {
    return proposition.quantifier() == Quantifier.UNSAID
        || (proposition.quantifier() == Quantifier.NONE && proposition.verb().isPresent());
  }

  /**
   * All but one word equal, those two opposite or of one exclusive kind, and the same subject
   * before them.
   */
  private static Optional<Entailment> antonyms(Proposition a, Proposition b) {
    Set<String> onlyA = minus(a.words(), b.words());
    Set<String> onlyB = minus(b.words(), a.words());
    boolean one = onlyA.size() == 1 && onlyB.size() == 1 && a.negated() == b.negated();
    if (!one || a.quantifier() != b.quantifier()) {
      return Optional.empty();
    }
    String wordA = onlyA.iterator().next();
    String wordB = onlyB.iterator().next();
    Set<String> before = before(a.sequence(), wordA);
    boolean subject = !before.isEmpty() && before.equals(before(b.sequence(), wordB));
    return subject && (Lexicon.antonyms(wordA, wordB) || Lexicon.exclusive(wordA, wordB))
        ? Optional.of(Entailment.contradiction(ANTONYMS, "'" + wordA + "' against '" + wordB + "'"))
        : Optional.empty();
  }

  private static Set<String> before(List<String> sequence, String word) {
    return new HashSet<>(sequence.subList(0, sequence.indexOf(word)));
  }

  /** {@code the capital of X is Y} against {@code the capital of X is Z}. */
  private static Optional<Entailment> attributes(Proposition a, Proposition b) {
    Set<String> subject = new HashSet<>(a.subject());
    boolean same = subject.equals(new HashSet<>(b.subject()));
    boolean functional =
        subject.size() >= 2 && subject.stream().anyMatch(Lexicon.FUNCTIONAL::contains);
    boolean copulas = is(a) && is(b) && !a.negated() && !b.negated();
    boolean apart =
        value(a)
            && value(b)
            && minus(a.predicate(), b.predicate()).size() == new HashSet<>(a.predicate()).size();
    return same && functional && copulas && apart
        ? Optional.of(Entailment.contradiction(ATTRIBUTES, "another value of the same attribute"))
        : Optional.empty();
  }

  private static boolean is(Proposition proposition) {
    return proposition.verb().filter("be"::equals).isPresent();
  }

  private static boolean value(Proposition proposition) {
    int words = proposition.predicate().size();
    return words >= 1 && words <= LONGEST_VALUE && proposition.quantities().isEmpty();
  }

  private static Set<String> minus(Iterable<String> all, Collection<String> removed) {
    Set<String> rest = new HashSet<>();
    all.forEach(rest::add);
    rest.removeAll(removed);
    return rest;
  }

  private static double jaccard(Set<String> a, Set<String> b) {
    int shared = a.size() - minus(a, b).size();
    int union = a.size() + b.size() - shared;
    return union == 0 ? 0 : (double) shared / union;
  }
}
