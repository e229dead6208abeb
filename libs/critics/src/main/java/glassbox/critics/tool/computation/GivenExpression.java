package glassbox.critics.tool.computation;

import glassbox.critics.Draft;
import glassbox.critics.quantity.Figures;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.tool.argument.Call;
import glassbox.critics.tool.argument.Formula;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression that the question itself writes out, {@code (53-68)*67} or {@code 8 plus 9}: a
 * computation of just its numbers is that expression, or comes to the same.
 */
final class GivenExpression {
  private static final String NUMBER = "\\d+(?:\\.\\d+)?";
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<![\\w.,/:-])[(\\s]{0,8}"
              + NUMBER
              + "(?:[)\\s]{0,8}(?:[-+*/×÷·−^]|\\bplus\\b|\\bminus\\b|\\btimes\\b|\\bdivided"
              + " by\\b)[(\\s]{0,8}"
              + NUMBER
              + "){1,40}[)]{0,8}(?![\\w%°/:-]|[.,]\\d)");
  private static final Pattern NEXT = Pattern.compile("\\s{1,3}(\\S{1,24})");

  private GivenExpression() {}

  static Optional<String> problem(Draft draft, List<Call> calls) {
    Optional<String> written = written(draft.prompt());
    if (written.isEmpty() || calls.isEmpty() || !calls.getLast().tool().equals("calculator")) {
      return Optional.empty();
    }
    String expression = symbols(written.get());
    Call last = calls.getLast();
    boolean same = sorted(expression).equals(sorted(last.input()));
    return same && !equal(Formula.value(expression), Formula.value(symbols(last.input())))
        ? Optional.of("the question asks for " + written.get())
        : Optional.empty();
  }

  /** Whether the question writes out an expression of just the numbers of the last call. */
  static boolean settles(Draft draft, List<Call> calls) {
    String input = calls.getLast().input();
    boolean whole =
        sorted(input).size() > 1
            && draft.prompt().replaceAll("\\s", "").contains(input.replaceAll("\\s", ""));
    return whole
        || written(draft.prompt())
            .filter(expression -> sorted(symbols(expression)).equals(sorted(input)))
            .isPresent();
  }

  /** The one expression of a question. */
  private static Optional<String> written(String prompt) {
    List<String> found = new ArrayList<>();
    Matcher matcher = WRITTEN.matcher(prompt);
    while (matcher.find()) {
      if (!unit(prompt, matcher.end())) {
        found.add(matcher.group().strip());
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Whether the last number has a unit, or counts something. */
  private static boolean unit(String prompt, int end) {
    Matcher next = NEXT.matcher(prompt).region(end, prompt.length());
    return next.lookingAt()
        && Quantities.in("2 " + next.group(1)).stream().anyMatch(q -> !q.plain());
  }

  private static String symbols(String expression) {
    return expression
        .replaceAll("(?i)plus", "+")
        .replaceAll("(?i)minus|−", "-")
        .replaceAll("(?i)times|[×·]", "*")
        .replaceAll("(?i)divided by|÷", "/");
  }

  private static List<String> sorted(String expression) {
    List<String> numbers = new ArrayList<>(Figures.written(expression));
    Collections.sort(numbers);
    return numbers;
  }

  private static boolean equal(double a, double b) {
    return Double.isNaN(a) || Double.isNaN(b) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  }
}
