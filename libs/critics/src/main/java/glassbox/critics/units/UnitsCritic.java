package glassbox.critics.units;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.CheckedStatement;
import glassbox.critics.quantity.Statements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Flags statements about quantities in the answer that do not hold. One check a statement that
 * [Given] does not repeat from the question; one that the answer is of the kind and in the unit
 * that the question asks for; one a declared invariant; one a unit of what was only computed.
 */
public final class UnitsCritic implements Critic {
  private static final CriticIdentity IDENTITY =
      CriticIdentity.of(
          "units",
          "6",
          "arithmetic, conversions, dimensions, bounds and invariants of the answer",
          Map.of("tolerance", "stated-precision", "whole_slack", ".02", "about_slack", ".05"));

  @Override
  public CriticIdentity identity() {
    return IDENTITY;
  }

  @Override
  public Verdict judge(Draft whole) {
    Draft draft = whole.guarded();
    List<Finding> findings = new ArrayList<>();
    int checks = 0;
    for (Passage passage : draft.written()) {
      for (CheckedStatement statement : Statements.check(passage.text())) {
        if (restated(draft, passage, statement)) {
          continue;
        }
        checks++;
        statement
            .problem()
            .ifPresent(
                problem ->
                    findings.add(Finding.in(passage, problem, statement.start(), statement.end())));
      }
    }
    checks += Declared.check(draft, findings);
    checks += Asked.check(draft, findings);
    checks += NamedUnits.check(draft, findings);
    findings.sort(Comparator.comparingInt(Finding::start));
    return Verdict.of(Math.max(checks, findings.size()), findings);
  }

  /** What [Given] repeats of question or context is not the answer's statement. */
  private static boolean restated(Draft draft, Passage passage, CheckedStatement statement) {
    String text = passage.text().substring(statement.start(), statement.end());
    return passage.field() == Field.GIVEN
        && (draft.prompt().contains(text)
            || draft.context().filter(c -> c.contains(text)).isPresent());
  }
}
