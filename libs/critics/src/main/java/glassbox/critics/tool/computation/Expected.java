package glassbox.critics.tool.computation;

import glassbox.critics.Draft;
import glassbox.critics.quantity.Questions;
import glassbox.critics.tool.argument.Call;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What a question comes to whose words settle the computation: {@code 4 km plus 7 km}, a mean, a
 * change from one number to another in percent, a profit, what is left of a count, so many of so
 * many each. Each form takes a question only where it explains every number in it.
 */
final class Expected {
  private static final List<Function<String, OptionalDouble>> FORMS =
      List.of(
          Spoken::value, Shares::mean, Shares::change, Shares::profit, Counts::left, Counts::each);
  private static final double ROUNDING = 1e-4;

  private Expected() {}

  static Optional<String> problem(Draft draft, List<Call> calls) {
    boolean plain =
        calls.stream().allMatch(call -> call.tool().equals("calculator"))
            && draft.context().isEmpty()
            && !Questions.choice(draft.prompt());
    return (plain ? LastResult.last(calls, draft) : Optional.<Call>empty())
        .filter(last -> last.gave().size() == 1)
        .flatMap(last -> problem(draft.prompt(), last));
  }

  private static Optional<String> problem(String prompt, Call last) {
    double size = last.gave().getFirst();
    double value = last.output().startsWith("-") ? -size : size;
    return FORMS.stream()
        .map(form -> form.apply(prompt))
        .flatMapToDouble(OptionalDouble::stream)
        .boxed()
        .findFirst()
        .filter(expected -> !near(value, expected))
        .map(expected -> "this is not what the question describes");
  }

  /** Shares may be computed as such, or in percent. */
  private static boolean near(double value, double expected) {
    double slack = ROUNDING * Math.max(1e-6, Math.abs(expected));
    return Math.abs(value - expected) <= slack || Math.abs(100 * value - expected) <= slack;
  }
}
