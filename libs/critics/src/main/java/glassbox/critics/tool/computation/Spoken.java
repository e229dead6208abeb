package glassbox.critics.tool.computation;

import glassbox.critics.quantity.Figures;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One operation in words on two numbers, of one unit or none, which are all of the question's. */
final class Spoken {
  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final String UNIT = "(?:\\s+(\\p{L}{1,12}))?";
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?i)" + NUMBER + UNIT + "\\s+(plus|minus|times|divided by)\\s+" + NUMBER + UNIT);
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?i)\\b(add|sum of|subtract|multiply|product of|divide)\\s+"
              + NUMBER
              + UNIT
              + "\\s+(and|to|from|by|with)\\s+"
              + NUMBER
              + UNIT);
  private static final Pattern MORE =
      Pattern.compile(
          "(?i)\\b(?:then|twice|double|half|square\\w*|percent|result|mean|average|each|rounded)\\b|%");

  private Spoken() {}

  static OptionalDouble value(String prompt) {
    if (Figures.written(prompt).size() != 2 || MORE.matcher(prompt).find()) {
      return OptionalDouble.empty();
    }
    Matcher between = BETWEEN.matcher(prompt);
    if (between.find()) {
      return same(between.group(2), between.group(5))
          ? value(between.group(3), between.group(1), between.group(4))
          : OptionalDouble.empty();
    }
    Matcher before = BEFORE.matcher(prompt);
    if (!before.find() || !same(before.group(3), before.group(6))) {
      return OptionalDouble.empty();
    }
    boolean reversed = before.group(4).equalsIgnoreCase("from");
    return value(before.group(1), before.group(reversed ? 5 : 2), before.group(reversed ? 2 : 5));
  }

  private static boolean same(String unit, String other) {
    return unit == null || other == null || unit.equals(other);
  }

  private static OptionalDouble value(String operation, String first, String second) {
    double a = Double.parseDouble(first);
    double b = Double.parseDouble(second);
    return OptionalDouble.of(
        switch (operation.toLowerCase(Locale.ROOT)) {
          case "plus", "add", "sum of" -> a + b;
          case "minus", "subtract" -> a - b;
          case "times", "multiply", "product of" -> a * b;
          default -> a / b;
        });
  }
}
