package glassbox.critics.tool.computation;

import glassbox.critics.Draft;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.Figures;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.Questions;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.tool.argument.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether the answer's number is what the last computation gave.
 *
 * <p>Not asked of verdicts, names and choices. A call that computes a given number out of an
 * earlier result, or nothing, checks that result: the one before it counts. The answer may round,
 * and may state the result in another unit of the same kind.
 */
final class LastResult {
  private static final Set<String> COMPUTING = Set.of("calculator", "convert", "java");
  private static final Pattern CODE = Pattern.compile("[{};]|=>|->");
  private static final Pattern COMPOSED = Pattern.compile("\\d\\s*[:/]\\s*\\d");
  private static final List<Double> FACTORS = List.of(7.0, 24.0, 60.0, 3600.0, 1440.0, 86_400.0);
  private static final double ROUNDING = 1e-6;

  private LastResult() {}

  static Optional<String> problem(Draft draft, List<Call> calls) {
    String answer = answer(draft);
    List<StatedQuantity> said = Quantities.in(answer);
    boolean free =
        said.isEmpty()
            || CODE.matcher(answer).find()
            || COMPOSED.matcher(answer).find()
            || Questions.choice(draft.prompt());
    Optional<Call> last = free ? Optional.empty() : last(calls, draft);
    return last.filter(call -> !states(answer, said, call))
        .map(call -> "it gave " + call.output() + ", the answer states another number");
  }

  private static String answer(Draft draft) {
    return String.join(" ", draft.written(Field.ANSWER).stream().map(Passage::text).toList());
  }

  /** The last call that computes and does not only check. */
  static Optional<Call> last(List<Call> calls, Draft draft) {
    Figures given = Figures.in(draft.prompt(), draft.context().orElse(""), "0");
    List<Call> left = new ArrayList<>(calls);
    while (!left.isEmpty() && COMPUTING.contains(left.getLast().tool())) {
      Call last = left.removeLast();
      List<Double> gave = last.gave();
      if (last.failed() || gave.isEmpty()) {
        return Optional.empty();
      }
      Figures uses = Figures.in(last.input());
      boolean checks =
          gave.stream().allMatch(given::hold)
              && left.stream()
                  .filter(call -> COMPUTING.contains(call.tool()))
                  .flatMap(call -> call.gave().stream())
                  .anyMatch(value -> uses.hold(value) && !given.hold(value));
      if (!checks) {
        return Optional.of(last);
      }
    }
    return Optional.empty();
  }

  private static boolean states(String answer, List<StatedQuantity> said, Call last) {
    Figures words = Figures.in(answer);
    boolean several =
        said.size() > 1
            && said.stream().allMatch(q -> q.measured() && q.comparable(said.getFirst()));
    return several
        || last.gave().stream()
            .anyMatch(
                value ->
                    words.hold(value)
                        || said.stream().anyMatch(q -> near(Math.abs(q.value()), value, q)));
  }

  private static boolean near(double said, double gave, StatedQuantity quantity) {
    double slack = ROUNDING * Math.max(said, gave);
    boolean whole = said == Math.rint(said) && gave != Math.rint(gave);
    boolean rounded = whole ? Math.abs(said - gave) < 1 : Math.abs(said - gave) <= rounding(said);
    boolean scaled = !quantity.plain() && scaled(said, gave, slack);
    return Math.abs(said - gave) <= slack || (rounded && gave != Math.rint(gave)) || scaled;
  }

  /** Half of the last decimal that is written, at most six of them. */
  private static double rounding(double said) {
    double step = 1;
    for (int places = 0; places < 6; places++) {
      if (Math.abs(said / step - Math.rint(said / step)) < ROUNDING) {
        return step / 2 * (1 + ROUNDING);
      }
      step /= 10;
    }
    return 0;
  }

  private static boolean scaled(double said, double gave, double slack) {
    if (said == 0 || gave == 0) {
      return said == gave;
    }
    double power = Math.log10(said / gave);
    return Math.abs(power - Math.rint(power)) < ROUNDING
        || FACTORS.stream()
            .anyMatch(
                factor ->
                    Math.abs(said * factor - gave) <= slack * factor
                        || Math.abs(gave * factor - said) <= slack * factor);
  }
}
