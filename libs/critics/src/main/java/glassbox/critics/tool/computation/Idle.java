package glassbox.critics.tool.computation;

import glassbox.critics.Draft;
import glassbox.critics.quantity.Figures;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.tool.argument.Call;
import glassbox.critics.tool.argument.Customs;
import glassbox.critics.tool.argument.Formula;
import glassbox.critics.tool.argument.Sources;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Computations that compute nothing: {@code 58}, and those whose result stays the same whatever one
 * of their numbers is, as {@code 143*12/143} or {@code 12-2+2}.
 *
 * <p>Let be: {@code 30-30}; a number that was given twice; a custom that was given as well, such as
 * 60 with km/h and minutes.
 */
final class Idle {
  private static final Pattern NUMBER = Pattern.compile("\\s*\\d+(?:\\.\\d+)?\\s*");
  private static final Pattern SELF =
      Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*[-−/÷]\\s*\\1\\s*");
  private static final double[][] CHANGES = {{1.37, .59}, {.41, 3.13}};
  private static final double ROUNDING = 1e-9;

  private Idle() {}

  static Optional<String> problem(Draft draft, List<Call> calls) {
    if (!calls.getLast().tool().equals("calculator")) {
      return Optional.empty();
    }
    Sources sources = Sources.given(draft);
    calls.stream().filter(call -> !call.failed()).forEach(call -> sources.add(call.output()));
    Customs customs = Customs.of(sources);
    String given = draft.prompt() + "\n" + draft.context().orElse("");
    for (String expression : Chain.of(calls.getLast(), calls).expressions()) {
      if (NUMBER.matcher(expression).matches()) {
        return Optional.of("it computes nothing");
      }
      Optional<String> idle =
          Figures.written(expression).stream()
              .filter(number -> idle(number, expression) && !SELF.matcher(expression).matches())
              .filter(number -> times(number, given) < 2)
              .filter(n -> !(Figures.in(given).holdWritten(n) && customs.hold(n)))
              .findFirst();
      if (idle.isPresent()) {
        return idle.map(number -> "its result does not depend on " + number);
      }
    }
    return Optional.empty();
  }

  private static boolean idle(String number, String expression) {
    double value = Formula.value(expression);
    Pattern all = Pattern.compile("(?<![\\w.])" + Pattern.quote(number) + "(?![\\w.])");
    double size = Double.parseDouble(number.replace(",", ""));
    for (double[] change : CHANGES) {
      String other = String.format(Locale.ROOT, "(%.4f)", size * change[0] + change[1]);
      double changed =
          Formula.value(all.matcher(expression).replaceAll(Matcher.quoteReplacement(other)));
      if (!(Math.abs(changed - value) <= ROUNDING * Math.max(1, Math.abs(value)))) {
        return false;
      }
    }
    return true;
  }

  /** How often a number was given. */
  private static long times(String number, String given) {
    double value = Double.parseDouble(number.replace(",", ""));
    return Quantities.in(given).stream().filter(q -> Math.abs(q.value()) == value).count();
  }
}
