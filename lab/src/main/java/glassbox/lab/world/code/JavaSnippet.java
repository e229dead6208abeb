package glassbox.lab.world.code;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method and one call of it, the input of the java tool.
 *
 * @param method the method
 * @param argument what it is called with
 */
public record JavaSnippet(IntMethod method, int argument) {

  private static final Pattern FORM =
      Pattern.compile("(.*\\})\\s*([A-Za-z_][A-Za-z0-9_]*)\\((-?\\d{1,9})\\)");

  /**
   * Reads a snippet such as {@code int f(int x){return x+1;} f(3)}.
   *
   * @throws CodeException when it has another form, or calls another method
   */
  public static JavaSnippet parse(String source) {
    Matcher matcher = FORM.matcher(source.strip());
    if (!matcher.matches()) {
      throw new CodeException("a snippet is METHOD CALL, not " + source);
    }
    IntMethod method = IntMethod.parse(matcher.group(1));
    if (!method.name().equals(matcher.group(2))) {
      throw new CodeException("no method is called " + matcher.group(2));
    }
    return new JavaSnippet(method, Integer.parseInt(matcher.group(3)));
  }

  /** What the call returns. */
  public String run() {
    return Integer.toString(method.call(argument));
  }
}
