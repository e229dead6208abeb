package glassbox.critics.units;

import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks of the answer's field against what question and context declare of its quantities. */
final class Declared {
  private static final int LOOK_BACK = 80;

  private Declared() {}

  /** How many checks were made. */
  static int check(Draft draft, List<Finding> findings) {
    List<Invariant> invariants = new ArrayList<>(Invariant.in(draft.prompt()));
    draft.context().ifPresent(context -> invariants.addAll(Invariant.in(context)));
    Optional<StatedQuantity> asked = AskedUnit.of(draft.prompt());
    if (invariants.isEmpty() && asked.isEmpty()) {
      return 0;
    }
    List<Finding> stated = new ArrayList<>();
    boolean answered = false;
    for (Passage passage : draft.written(Field.ANSWER)) {
      for (StatedQuantity quantity : Quantities.in(passage.text())) {
        String before =
            passage.text().substring(Math.max(0, quantity.start() - LOOK_BACK), quantity.start());
        for (Invariant invariant : invariants) {
          invariant
              .broken(quantity, before)
              .ifPresent(
                  why -> findings.add(Finding.in(passage, why, quantity.start(), quantity.end())));
        }
        if (asked.isPresent() && quantity.measured()) {
          answered |= quantity.comparable(asked.get());
          String why = "another dimension than the question asks for";
          stated.add(Finding.in(passage, why, quantity.start(), quantity.end()));
        }
      }
    }
    if (!answered && !stated.isEmpty()) {
      findings.add(stated.getFirst());
    }
    return invariants.size() + (stated.isEmpty() ? 0 : 1);
  }
}
