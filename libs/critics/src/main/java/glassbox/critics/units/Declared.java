package glassbox.critics.units;

import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks of the answer's field against what question and context declare of its quantities. */
final class Declared {
  private static final int LOOK_BACK = 80;
  private static final Pattern PER = Pattern.compile("\\s*(?:/|\\bper\\b)");

  private Declared() {}

  /** How many checks were made. */
  static int check(Draft draft, List<Finding> findings) {
    List<Invariant> invariants = new ArrayList<>(Invariant.in(draft.prompt()));
    draft.context().ifPresent(context -> invariants.addAll(Invariant.in(context)));
    List<Passage> answers = draft.written(Field.ANSWER);
    for (Passage passage : answers) {
      for (StatedQuantity quantity : Quantities.in(passage.text())) {
        invariants(invariants, passage, quantity, findings);
      }
    }
    return invariants.size()
        + AskedUnit.of(draft.prompt()).map(asked -> asked(asked, answers, findings)).orElse(0);
  }

  private static void invariants(
      List<Invariant> invariants,
      Passage passage,
      StatedQuantity quantity,
      List<Finding> findings) {
    String before =
        passage.text().substring(Math.max(0, quantity.start() - LOOK_BACK), quantity.start());
    for (Invariant invariant : invariants) {
      invariant
          .broken(quantity, before)
          .ifPresent(
              why -> findings.add(Finding.in(passage, why, quantity.start(), quantity.end())));
    }
  }

  /** An answer that measures does so, somewhere, in the unit that is asked for. */
  private static int asked(StatedQuantity asked, List<Passage> answers, List<Finding> findings) {
    List<Finding> other = new ArrayList<>();
    for (Passage passage : answers) {
      for (StatedQuantity quantity : Quantities.in(passage.text())) {
        if (answers(quantity, asked, passage.text())) {
          return 1;
        }
        if (quantity.measured()) {
          String why = "in another " + (quantity.comparable(asked) ? "unit" : "dimension");
          other.add(
              Finding.in(
                  passage, why + " than the question asks for", quantity.start(), quantity.end()));
        }
      }
    }
    if (!other.isEmpty()) {
      findings.add(other.getFirst());
    }
    return other.isEmpty() ? 0 : 1;
  }

  /** A rate answers for what is above its line: {@code 4 kg per l} is so many kg. */
  private static boolean answers(StatedQuantity quantity, StatedQuantity asked, String text) {
    if (asked.counts()) {
      return !quantity.measured();
    }
    String above = PER.split(text.substring(quantity.start(), quantity.end()), 2)[0];
    return quantity.sameUnit(asked)
        || Quantities.in(above).stream().anyMatch(part -> part.sameUnit(asked));
  }
}
