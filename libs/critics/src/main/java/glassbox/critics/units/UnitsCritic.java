package glassbox.critics.units;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.quantity.CheckedStatement;
import glassbox.critics.quantity.Statements;
import java.util.List;
import java.util.Map;

/** Flags statements about quantities in the answer that do not hold. One check a statement. */
public final class UnitsCritic implements Critic {
  private static final CriticIdentity IDENTITY =
      CriticIdentity.of(
          "units",
          "1",
          "arithmetic, conversions, dimensions and bounds stated in the answer",
          Map.of("tolerance", "stated-precision", "whole_slack", ".02", "about_slack", ".05"));

  @Override
  public CriticIdentity identity() {
    return IDENTITY;
  }

  @Override
  public Verdict judge(Draft draft) {
    List<CheckedStatement> statements = Statements.check(draft.answer());
    List<Finding> findings =
        statements.stream()
            .flatMap(
                s -> s.problem().map(problem -> new Finding(problem, s.start(), s.end())).stream())
            .toList();
    return Verdict.of(statements.size(), findings);
  }
}
