package glassbox.critics.tool.argument;

import glassbox.critics.quantity.Figures;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Literals of a snippet against its sources: those of a method that only returns an expression,
 * where the question describes one with numbers. Where the question itself gives the method and
 * wants its value, it is that method that runs, and the arguments are those that stand beside it.
 * What a method is tried with is free.
 */
final class Snippet {
  private static final Pattern RETURNS =
      Pattern.compile("[^{}]*\\{\\s*return\\s[^;{}]*;\\s*\\}\\s*");
  private static final Pattern TEXT =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'");
  private static final double TWO = 2;

  private Snippet() {}

  static Optional<String> problem(String snippet, Sources sources) {
    int close = snippet.lastIndexOf('}') + 1;
    String method = TEXT.matcher(snippet.substring(0, close)).replaceAll(" ");
    String call = TEXT.matcher(snippet.substring(close)).replaceAll(" ");
    boolean described = !sources.figures().values().isEmpty();
    if (described && RETURNS.matcher(method).matches()) {
      Customs customs = Customs.of(sources);
      for (String literal : Figures.written(method)) {
        if (!held(literal, sources) && !customs.hold(literal) && !two(literal)) {
          return Grounding.nowhere(literal);
        }
      }
    }
    Optional<StatedMethod> stated = StatedMethod.in(sources.prompt());
    return stated.isPresent()
        ? stated.get().problem(snippet, Figures.written(call))
        : Described.problem(sources.prompt(), snippet.substring(0, close));
  }

  private static boolean two(String literal) {
    return literal.equals(Integer.toString((int) TWO));
  }

  private static boolean held(String literal, Sources sources) {
    return sources.figures().holdWritten(literal);
  }
}
