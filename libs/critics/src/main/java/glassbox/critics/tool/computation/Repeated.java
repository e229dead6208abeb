package glassbox.critics.tool.computation;

import glassbox.critics.Draft;
import glassbox.critics.quantity.Figures;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.tool.argument.Call;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that stands twice in a computation where another one should: {@code 66*66} though a
 * query gave 9; and one that is multiplied by and divided by, {@code 42*24/24}.
 *
 * <p>Numbers that were given twice, divisors such as that of {@code (b-a)/a}, and questions about
 * squares and the like are let be.
 */
final class Repeated {
  private static final Pattern NUMBER =
      Pattern.compile("([/÷]\\s*)?(?<![\\w.])(\\d+(?:\\.\\d+)?)(?![\\w.])");
  private static final Pattern SQUARES =
      Pattern.compile(
          "(?i)\\b(?:squares?d?|cubes?d?|cubic|areas?|volumes?|power|itself|twice|double[sd]?|circles?"
              + "|spheres?|sides?|radius|diameter|both|compound\\w*|deviation|variance)\\b|²|³");
  private static final int FEW = 4;

  private Repeated() {}

  static Optional<String> problem(Draft draft, List<Call> calls) {
    Call last = calls.getLast();
    if (!last.tool().equals("calculator") || SQUARES.matcher(draft.prompt()).find()) {
      return Optional.empty();
    }
    return twice(draft, calls, given(draft, calls, true));
  }

  private static Optional<String> twice(Draft draft, List<Call> calls, String given) {
    String expression = calls.getLast().input();
    List<String> numbers = Figures.written(expression);
    boolean repeats =
        numbers.stream()
            .anyMatch(
                n ->
                    numbers.stream().filter(n::equals).count() > 1
                        && times(n, given) == 1
                        && !divisor(n, expression));
    if (!repeats) {
      return echo(calls.getLast(), numbers, given);
    }
    Figures used = Chain.of(calls.getLast(), calls).used();
    return left(draft, calls, used)
        .map(n -> n + " is not used, another number is used twice")
        .or(() -> echo(calls.getLast(), numbers, given));
  }

  /** {@code 2*12-12}: the result is a number that was given once and stands in it twice. */
  private static Optional<String> echo(Call last, List<String> numbers, String given) {
    return numbers.stream()
        .filter(n -> last.gave().contains(Double.parseDouble(n.replace(",", ""))))
        .filter(n -> numbers.stream().filter(n::equals).count() > 1 && times(n, given) == 1)
        .filter(n -> !last.input().contains("-") || !divisor(n, last.input()))
        .findFirst()
        .map(n -> "it gives back " + n);
  }

  /** How often a number was given. */
  private static long times(String number, String given) {
    double value = Double.parseDouble(number.replace(",", ""));
    return Quantities.in(given).stream().filter(q -> Math.abs(q.value()) == value).count();
  }

  private static boolean divisor(String number, String expression) {
    return NUMBER
        .matcher(expression)
        .results()
        .anyMatch(found -> found.group(1) != null && found.group(2).equals(number));
  }

  /**
   * A number of the question, of what other tools gave, or of a context of few, that is not used.
   */
  private static Optional<String> left(Draft draft, List<Call> calls, Figures used) {
    boolean few = draft.context().filter(c -> Quantities.in(c).size() > FEW).isEmpty();
    String given = given(draft, calls, few);
    Figures digits = new Figures();
    Figures.written(given).forEach(n -> digits.add(Double.parseDouble(n.replace(",", ""))));
    return Quantities.in(given).stream()
        .filter(q -> !q.year() && digits.hold(q.value()) && !used.hold(q.value()))
        .map(StatedQuantity::value)
        .map(Repeated::plain)
        .findFirst();
  }

  /** Question, what other tools gave, and the context. */
  private static String given(Draft draft, List<Call> calls, boolean context) {
    StringBuilder given = new StringBuilder(draft.prompt());
    calls.stream()
        .filter(call -> !call.failed() && !call.tool().equals("calculator"))
        .forEach(call -> given.append('\n').append(call.output()));
    draft.context().filter(text -> context).ifPresent(text -> given.append('\n').append(text));
    return given.toString();
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
