package glassbox.critics.tool.argument;

import glassbox.critics.quantity.Figures;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A method in a text.
 *
 * @param name of the method
 * @param source from its name to its last brace, without blanks and comments
 * @param rest the text without it
 */
public record StatedMethod(String name, String source, String rest) {
  private static final Pattern HEAD =
      Pattern.compile(
          "(?:\\b(?:public|private|protected|static|final)\\s{1,3}){0,5}\\b[\\w<>\\[\\],]{1,40}\\s{1,3}"
              + "((\\w{1,60})\\s{0,3}\\([^(){}]{0,200}\\)\\s{0,3}\\{)");
  private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern CHANGES =
      Pattern.compile(
          "(?i)\\b(?:fix|repair|correct|change|rewrite|refactor|improve|optimi[sz]e|simplify"
              + "|translate|convert|modify|extend|complete|replace|instead|rename|bug|wrong|write"
              + "|test)\\b");

  /** The first method of a text. */
  public static Optional<StatedMethod> first(String text) {
    Matcher head = HEAD.matcher(text);
    if (!head.find()) {
      return Optional.empty();
    }
    int end = close(text, head.end());
    String rest = text.substring(0, head.start()) + " " + text.substring(end);
    String source = tight(text.substring(head.start(1), end));
    return Optional.of(new StatedMethod(head.group(2), source, rest));
  }

  /** The only method of a question that does not want it changed. */
  public static Optional<StatedMethod> in(String prompt) {
    return first(prompt)
        .filter(method -> !CHANGES.matcher(method.rest()).find())
        .filter(method -> first(method.rest()).isEmpty());
  }

  private static int close(String text, int from) {
    int depth = 1;
    int at = from;
    while (at < text.length() && depth > 0) {
      char c = text.charAt(at++);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return at;
  }

  /**
   * What is wrong with a snippet that should run the method, and with the arguments of its call.
   */
  public Optional<String> problem(String snippet, List<String> arguments) {
    Figures beside = Figures.in(rest);
    if (!tight(snippet).contains(source)) {
      return Optional.of("the question brings another method");
    }
    if (beside.values().isEmpty()) {
      return Optional.empty();
    }
    List<String> wanted = Figures.written(rest);
    Figures called = Figures.in(arguments.toArray(String[]::new));
    boolean each = wanted.size() == arguments.size();
    return Stream.concat(
            arguments.stream().filter(argument -> !beside.holdWritten(argument)),
            wanted.stream().filter(number -> each && !called.holdWritten(number)))
        .findFirst()
        .map(number -> "the question calls it with other arguments: " + number);
  }

  private static String tight(String code) {
    return COMMENT.matcher(code).replaceAll("").replaceAll("\\s+", "");
  }
}
