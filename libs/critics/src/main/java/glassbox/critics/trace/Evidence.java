package glassbox.critics.trace;

import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.CheckedStatement;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.quantity.Statements;
import java.util.ArrayList;
import java.util.List;

/** The numbers that an answer may rest on. */
final class Evidence {
  private static final int MOST = 2000;
  private final List<StatedQuantity> given;

  private Evidence(List<StatedQuantity> given) {
    this.given = given;
  }

  static Evidence of(Draft draft) {
    List<StatedQuantity> given = new ArrayList<>(Quantities.in(draft.prompt()));
    draft.context().ifPresent(context -> given.addAll(Quantities.in(context)));
    for (Fragment fragment : draft.standing()) {
      if (!fragment.failed()) {
        given.addAll(Quantities.in(fragment.output()));
      }
    }
    Evidence evidence =
        new Evidence(new ArrayList<>(given.subList(0, Math.min(given.size(), MOST))));
    for (Passage passage : draft.written()) {
      evidence.derive(passage.text());
    }
    return evidence;
  }

  boolean supports(StatedQuantity quantity) {
    return given.stream().anyMatch(quantity::agrees);
  }

  /** The last number of an equation that holds follows from the others if they are supported. */
  private void derive(String text) {
    List<StatedQuantity> stated = Quantities.in(text);
    int from = 0;
    for (CheckedStatement statement : Statements.check(text)) {
      while (from < stated.size() && stated.get(from).end() <= statement.start()) {
        from++;
      }
      int to = from;
      while (to < stated.size() && stated.get(to).end() <= statement.end()) {
        to++;
      }
      if (statement.problem().isEmpty() && to - from >= 2) {
        deriveLast(stated.subList(from, to));
      }
    }
  }

  private void deriveLast(List<StatedQuantity> equation) {
    boolean supported = equation.subList(0, equation.size() - 1).stream().allMatch(this::supports);
    if (supported && given.size() < 2 * MOST) {
      given.add(equation.getLast());
    }
  }
}
