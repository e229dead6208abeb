package glassbox.critics.tool.argument;

import glassbox.critics.plan.PlanTask;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What each tool takes. */
public final class Grammar {
  public static final String TOOLS = "calculator convert sql route java quote simulate sim";
  private static final int LONGEST = 4000;
  private static final Pattern EXPRESSION =
      Pattern.compile("[0-9.,+*/^()%\\sEe_a-zA-Z−×·÷<>=!&|-]{1,1000}");
  private static final Pattern ENDS_OPEN = Pattern.compile(".*[+*/^(,×·÷−-]\\s*");
  private static final Pattern WRITES =
      Pattern.compile(
          "\\b(insert|update|delete|drop|alter|create|grant|revoke|truncate|copy|call|do|set|vacuum"
              + "|lock|listen|notify|execute|prepare|merge|into)\\b");
  private static final Pattern STRINGS = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"");

  private Grammar() {}

  /** What is wrong with the arguments of a call, if anything. */
  public static Optional<String> problem(Call call, Optional<PlanTask> map) {
    if (call.input().isEmpty()) {
      return Optional.of("it has no argument");
    }
    if (call.input().length() > LONGEST) {
      return Optional.of("its argument is over " + LONGEST + " characters");
    }
    return switch (call.tool()) {
      case "calculator" -> expression(call.input());
      case "convert" -> conversion(call.input());
      case "sql" -> query(call.input());
      case "route" -> route(call.input(), map);
      case "java" -> java(call.input());
      case "quote" -> Optional.empty();
      case "simulate", "sim", "simulator" -> Optional.empty();
      default -> Optional.of("no tool is called " + call.tool());
    };
  }

  private static Optional<String> expression(String input) {
    if (!EXPRESSION.matcher(input).matches()) {
      return Optional.of("not an expression");
    }
    if (unbalanced(input, '(', ')') || ENDS_OPEN.matcher(input).matches()) {
      return Optional.of("the expression is not complete");
    }
    boolean number = input.chars().anyMatch(c -> c >= '0' && c <= '9');
    return number ? Optional.empty() : Optional.of("the expression has no number");
  }

  private static Optional<String> conversion(String input) {
    Optional<Conversion> parts = Conversion.of(input);
    if (parts.isEmpty()) {
      return Optional.of("not an amount, its unit and another unit");
    }
    var from = Quantities.in("1 " + parts.get().from());
    var to = Quantities.in("1 " + parts.get().to());
    boolean read = from.size() == 1 && to.size() == 1;
    if (!read || !unit(from.getFirst()) || !unit(to.getFirst())) {
      return Optional.empty();
    }
    return from.getFirst().comparable(to.getFirst())
        ? Optional.empty()
        : Optional.of(
            parts.get().from() + " and " + parts.get().to() + " measure different things");
  }

  private static boolean unit(StatedQuantity quantity) {
    return !quantity.plain() && !quantity.counts();
  }

  private static Optional<String> query(String input) {
    String plain = STRINGS.matcher(input).replaceAll("''").toLowerCase(Locale.ROOT);
    String body = plain.endsWith(";") ? plain.substring(0, plain.length() - 1) : plain;
    if (!body.startsWith("select ") && !body.startsWith("with ")) {
      return Optional.of("not a SELECT");
    }
    if (body.contains(";") || body.contains("--") || body.contains("/*")) {
      return Optional.of("more than one statement, or a comment");
    }
    if (WRITES.matcher(body).find()) {
      return Optional.of("it would write");
    }
    return unbalanced(body, '(', ')') ? Optional.of("brackets do not match") : Optional.empty();
  }

  private static Optional<String> route(String input, Optional<PlanTask> map) {
    if (map.isPresent()) {
      List<String> known =
          map.get().places().stream()
              .filter(
                  place -> input.toLowerCase(Locale.ROOT).contains(place.toLowerCase(Locale.ROOT)))
              .toList();
      return known.size() >= 2 ? Optional.empty() : Optional.of("not two places of the map");
    }
    String[] ends = input.split("\\s+");
    if (ends.length < 2) {
      return Optional.of("not two places");
    }
    boolean same = ends.length == 2 && ends[0].equalsIgnoreCase(ends[1]);
    return same ? Optional.of("both places are " + ends[0]) : Optional.empty();
  }

  private static Optional<String> java(String input) {
    int close = input.lastIndexOf('}');
    if (close < 0 || unbalanced(input, '{', '}') || unbalanced(input, '(', ')')) {
      return Optional.of("not a method and a call of it");
    }
    return input.substring(close + 1).isBlank()
        ? Optional.of("the method is not called")
        : Optional.empty();
  }

  private static boolean unbalanced(String text, char open, char close) {
    int depth = 0;
    for (char c : text.toCharArray()) {
      depth += c == open ? 1 : c == close ? -1 : 0;
      if (depth < 0) {
        return true;
      }
    }
    return depth != 0;
  }
}
