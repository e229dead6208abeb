package glassbox.critics.units;

import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.util.ArrayList;
import java.util.List;

/** Checks of the answer's field against the invariants that question and context declare. */
final class Declared {
  private static final int LOOK_BACK = 80;

  private Declared() {}

  /** How many checks were made. */
  static int check(Draft draft, List<Finding> findings) {
    List<Invariant> invariants = new ArrayList<>(Invariant.in(draft.prompt()));
    draft.context().ifPresent(context -> invariants.addAll(Invariant.in(context)));
    for (Passage passage : draft.written(Field.ANSWER)) {
      for (StatedQuantity quantity : Quantities.in(passage.text())) {
        invariants(invariants, passage, quantity, findings);
      }
    }
    return invariants.size();
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
}
