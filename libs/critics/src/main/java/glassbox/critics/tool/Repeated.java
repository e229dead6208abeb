package glassbox.critics.tool;

import glassbox.critics.Draft;
import glassbox.critics.quantity.Figures;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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
      Pattern.compile("(?<![\\w.])([/÷]\\s*)?(\\d+(?:\\.\\d+)?)(?![\\w.])");
  private static final Pattern PRODUCT = Pattern.compile("[*/×÷·.\\d\\s]+");
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
    Sources sources = Sources.given(draft);
    String given = given(draft, calls, true);
    return cancels(last.input(), sources, given).or(() -> twice(draft, calls, given));
  }

  /** Customs that were given as well, such as 60 with km/h and minutes, may stand on both sides. */
  private static Optional<String> cancels(String expression, Sources sources, String given) {
    if (!PRODUCT.matcher(expression).matches()) {
      return Optional.empty();
    }
    Customs customs = Customs.of(sources);
    Figures above = new Figures();
    Figures below = new Figures();
    Matcher number = NUMBER.matcher(expression);
    while (number.find()) {
      (number.group(1) == null ? above : below).add(Double.parseDouble(number.group(2)));
    }
    return Figures.written(expression).stream()
        .filter(n -> above.holdWritten(n) && below.holdWritten(n))
        .filter(n -> times(n, given) < 2)
        .filter(n -> !(sources.figures().holdWritten(n) && customs.hold(n)))
        .findFirst()
        .map(n -> "it multiplies and divides by " + n);
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
      return Optional.empty();
    }
    Figures used = Chain.of(calls.getLast(), calls).used();
    return left(draft, calls, used).map(n -> n + " is not used, another number is used twice");
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
