package glassbox.critics.units;

import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Fragment;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.Figures;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether an answer is of the kind that the question asks for: in its unit; of the things that are
 * to be counted; a number where a number is asked for, and none where a person, a reason or a way
 * is.
 */
final class Asked {
  private static final Set<String> NUMBERLESS =
      Set.copyOf(
          Words.of(
              "none no zero nothing nobody never all both neither nor half dozen several few many"
                  + " some enough unknown not cannot can't unclear unsaid depends infinite"
                  + " infinitely each either same equal any couple once twice one single never"
                  + " hundreds thousands millions"));
  private static final Pattern NO_NUMBER =
      Pattern.compile(
          "(?i)^\\W*(?:who|whom|whose|why|how (?:do|can|could|should|would)"
              + " (?:I|we|you|one|they|he|she)"
              + " (?:get|go|travel|drive|walk|ride|come|reach|fix|make|cook|open|install|build|use)"
              + "|plan|describe|explain)\\b");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)\\d|\\b(?:number|many|much|sum|total|count|year|age|score|percent|result|value|rate"
              + "|quantity|price|calculate|compute|solve|add|average|mean|far|long|big|large|size)\\b");
  private static final Pattern MANY = Pattern.compile("(?i)\\bhow (?:many|much time|long)\\b");
  private static final Pattern BELOW =
      Pattern.compile(
          "(?i)\\b(?:minus|subtract\\w*|less|degrees|below|under|negative|changes?d?|differ\\w*|loss\\w*"
              + "|loses?|lost|debts?|owes?|balance|profits?|scores?|points|percent|temperature)\\b|%|[-−]\\s?\\d");
  private static final int SHORT = 8;
  private static final int BRIEF = 3;

  private Asked() {}

  /** How many checks were made. */
  static int check(Draft draft, List<Finding> findings) {
    List<Passage> answers =
        draft.written(Field.ANSWER).stream().filter(p -> !p.text().isBlank()).toList();
    if (many(draft.prompt()) && negative(answers, findings)) {
      return 1;
    }
    Optional<AskedUnit> asked = AskedUnit.of(draft.prompt());
    return asked.isPresent()
        ? unit(asked.get(), draft, answers, findings)
        : bare(draft.prompt(), answers, findings) + UnitAlone.check(draft, answers, findings);
  }

  /** An answer that measures does so, somewhere, in the unit that is asked for. */
  private static int unit(
      AskedUnit asked, Draft draft, List<Passage> answers, List<Finding> findings) {
    List<Finding> other = new ArrayList<>();
    List<StatedQuantity> said = new ArrayList<>();
    for (Passage passage : answers) {
      for (StatedQuantity quantity : Quantities.in(passage.text())) {
        said.add(quantity);
        if (asked.answeredBy(quantity, passage.text())) {
          return things(asked, draft.prompt(), answers, findings);
        }
        if (quantity.measured()) {
          String what = quantity.comparable(asked.one()) ? "unit" : "dimension";
          String why = "in another " + what + " than the question asks for";
          other.add(Finding.in(passage, why, quantity.start(), quantity.end()));
        }
      }
    }
    if (said.isEmpty() && wordless(asked, draft, answers)) {
      other.add(Finding.in(answers.getFirst(), "it states no number, which is asked for"));
    }
    other.stream().findFirst().ifPresent(findings::add);
    return other.isEmpty() ? 0 : 1;
  }

  /** Whether a count or a length of time is asked for, and nothing that falls below zero. */
  private static boolean many(String prompt) {
    return MANY.matcher(prompt).find() && !BELOW.matcher(prompt).find();
  }

  private static boolean negative(List<Passage> answers, List<Finding> findings) {
    int before = findings.size();
    for (Passage passage : answers) {
      Quantities.in(passage.text()).stream()
          .filter(quantity -> quantity.value() < 0)
          .map(q -> Finding.in(passage, "no count or time is below zero", q.start(), q.end()))
          .findFirst()
          .ifPresent(findings::add);
    }
    return findings.size() > before;
  }

  /** The one thing that the answer counts is not another one of those that the question names. */
  private static int things(
      AskedUnit asked, String prompt, List<Passage> answers, List<Finding> findings) {
    List<StatedQuantity> said =
        answers.stream().flatMap(passage -> Quantities.in(passage.text()).stream()).toList();
    if (!asked.one().counts() || answers.size() != 1 || said.size() != 1) {
      return 1;
    }
    StatedQuantity one = said.getFirst();
    boolean another =
        one.counts()
            && !one.comparable(asked.one())
            && Quantities.in(prompt).stream().anyMatch(q -> q.counts() && q.comparable(one));
    if (another) {
      String why = "it counts other things than the question asks for";
      findings.add(Finding.in(answers.getFirst(), why, one.start(), one.end()));
    }
    return 1;
  }

  /**
   * Whether a short answer gives no number, in figures or words, though one was found or is due.
   */
  private static boolean wordless(AskedUnit asked, Draft draft, List<Passage> answers) {
    if (answers.size() != 1) {
      return false;
    }
    String text = answers.getFirst().text();
    Set<String> words = new HashSet<>(Words.of(text));
    int length = Words.of(text).size();
    boolean numbers = !Figures.in(text).values().isEmpty();
    boolean found =
        draft.standing().reversed().stream()
            .filter(fragment -> fragment.input().isPresent())
            .findFirst()
            .filter(fragment -> !fragment.failed())
            .map(Fragment::output)
            .filter(output -> !Figures.in(output).values().isEmpty())
            .isPresent();
    words.retainAll(NUMBERLESS);
    return !numbers
        && words.isEmpty()
        && length <= SHORT
        && (found || (asked.exact() && asked.one().measured() && length <= BRIEF));
  }

  /** A number alone says neither who nor why, and is no plan. */
  private static int bare(String prompt, List<Passage> answers, List<Finding> findings) {
    boolean asks = NO_NUMBER.matcher(prompt).find() && !NUMBER.matcher(prompt).find();
    if (!asks || answers.size() != 1) {
      return 0;
    }
    String text = answers.getFirst().text();
    StringBuilder left = new StringBuilder(text);
    for (StatedQuantity quantity : Quantities.in(text).reversed()) {
      left.delete(quantity.start(), quantity.end());
    }
    if (left.length() < text.length() && Words.of(left.toString()).isEmpty()) {
      findings.add(Finding.in(answers.getFirst(), "a number alone is no answer to this"));
    }
    return 1;
  }
}
