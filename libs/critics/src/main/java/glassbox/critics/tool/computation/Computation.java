package glassbox.critics.tool.computation;

import glassbox.critics.Draft;
import glassbox.critics.tool.argument.Call;
import java.util.List;
import java.util.Optional;

/**
 * Whether the last call computes what the question asks for, as far as numbers and units tell. Each
 * rule is silent where it cannot tell, all are on what is too long to be read that often.
 */
public final class Computation {
  private static final int LONGEST = 20_000;

  private Computation() {}

  /** What is wrong with it, if anything. */
  public static Optional<String> problem(Draft draft, List<Call> calls) {
    if (draft.prompt().length() + draft.context().map(String::length).orElse(0) > LONGEST) {
      return Usage.problem(draft, calls);
    }
    return Usage.problem(draft, calls)
        .or(() -> GivenExpression.problem(draft, calls))
        .or(() -> LastResult.problem(draft, calls))
        .or(() -> Carriers.problem(draft, calls))
        .or(() -> Periods.problem(draft, calls))
        .or(() -> empty(draft, calls))
        .or(() -> Expected.problem(draft, calls))
        .or(() -> QueryUsage.problem(draft.prompt(), calls))
        .or(() -> RanCode.problem(draft, calls));
  }

  /** An expression that the question writes out may be as empty as it likes. */
  private static Optional<String> empty(Draft draft, List<Call> calls) {
    return GivenExpression.settles(draft, calls)
        ? Optional.empty()
        : Idle.problem(draft, calls).or(() -> Repeated.problem(draft, calls));
  }
}
