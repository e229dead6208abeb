package glassbox.critics.tool.argument;

import glassbox.critics.quantity.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Methods that a question describes step by step ({@code adds 5 and multiplies by 3}): a method of
 * one returned expression uses the number of every step, and comes to what the steps come to.
 */
final class Described {
  private static final String FILL =
      "(?:\\s+(?:it|that|this|x|n|(?:the|its)\\s+(?:result|sum|product|difference|argument|number"
          + "|value|parameter|input))\\b)?";
  private static final Pattern STEP =
      Pattern.compile(
          "(?i)\\b(adds?|subtracts?|multiply|multiplies)\\b"
              + FILL
              + "(?:\\s+by)?\\s+(\\d{1,9}(?:\\.\\d{1,6})?)\\b(?!\\s*%|\\.\\d)(?:\\s+(?:to|from)"
              + FILL
              + ")?");
  private static final Pattern BETWEEN =
      Pattern.compile("(?i)[\\s,;.]*(?:\\b(?:and|then|it|finally|next|afterwards)\\b[\\s,;.]*)*");
  private static final Pattern RETURNS =
      Pattern.compile(
          "[^{}()]*\\(\\s*(?:final\\s+)?(?:int|long|double|Integer|Long|Double)\\s+(\\w+)\\s*\\)\\s*"
              + "\\{\\s*return\\s+([^;{}]+);\\s*\\}");
  private static final Pattern SHIFTS = Pattern.compile("<<|>>|Math");
  private static final double[] PROBES = {-7, 0, 1, 2, 3, 10};
  private static final double ROUNDING = 1e-9;

  private Described() {}

  /** What is wrong with a method as a question describes it, if anything. */
  static Optional<String> problem(String prompt, String method) {
    var returns = RETURNS.matcher(method.strip());
    List<MatchResult> steps = STEP.matcher(prompt).results().toList();
    if (!returns.matches() || steps.isEmpty() || SHIFTS.matcher(returns.group(2)).find()) {
      return Optional.empty();
    }
    Figures literals = Figures.in(returns.group(2));
    String expression = returns.group(2).replaceAll("\\b" + returns.group(1) + "\\b", "x");
    return steps.stream()
        .map(step -> step.group(2))
        .filter(number -> !literals.holdWritten(number))
        .findFirst()
        .map(number -> number + " of the question is not used")
        .or(
            () ->
                whole(prompt, steps) && !same(steps, expression)
                    ? Optional.of("it does not do the steps that the question names")
                    : Optional.empty());
  }

  /** Whether the steps are all that the sentence says: nothing between them, nothing behind. */
  private static boolean whole(String prompt, List<MatchResult> steps) {
    for (int i = 1; i < steps.size(); i++) {
      String between = prompt.substring(steps.get(i - 1).end(), steps.get(i).start());
      if (!BETWEEN.matcher(between).matches()) {
        return false;
      }
    }
    String behind = prompt.substring(steps.getLast().end()).strip();
    boolean numbers = Figures.written(prompt).size() == steps.size();
    return numbers && (behind.isEmpty() || behind.startsWith("."));
  }

  private static boolean same(List<MatchResult> steps, String expression) {
    for (double probe : PROBES) {
      double value = Formula.value(expression, probe);
      double right = probe;
      for (MatchResult step : steps) {
        right = apply(step, right);
      }
      if (!Double.isNaN(value)
          && Math.abs(value - right) > ROUNDING * Math.max(1, Math.abs(right))) {
        return false;
      }
    }
    return true;
  }

  private static double apply(MatchResult step, double value) {
    double number = Double.parseDouble(step.group(2));
    return switch (step.group(1).toLowerCase(Locale.ROOT).charAt(0)) {
      case 'a' -> value + number;
      case 's' -> value - number;
      default -> value * number;
    };
  }
}
