package glassbox.lab.world.code;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A method such as {@code int f(int x){return x*4+7;}}. */
public final class IntMethod {

  private static final String NAME = "([A-Za-z_][A-Za-z0-9_]*)";
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?:public|private|static|final)\\s+)*int\\s+"
              + NAME
              + "\\s*\\(\\s*(?:final\\s+)?int\\s+"
              + NAME
              + "\\s*\\)\\s*\\{\\s*return\\s+([^;{}]+);\\s*\\}");

  private final String name;
  private final IntExpression body;

  private IntMethod(String name, IntExpression body) {
    this.name = name;
    this.body = body;
  }

  /**
   * Reads a method.
   *
   * @throws CodeException when it is none of this form
   */
  public static IntMethod parse(String source) {
    Matcher matcher = FORM.matcher(source.strip());
    if (!matcher.matches()) {
      throw new CodeException("no method of one int: " + source);
    }
    return new IntMethod(matcher.group(1), IntParser.parse(matcher.group(3), matcher.group(2)));
  }

  /** The last method in a text, if there is one that can be read. */
  public static Optional<IntMethod> findLast(String text) {
    return FORM.matcher(text)
        .results()
        .reduce((first, second) -> second)
        .flatMap(found -> tryParse(found.group()));
  }

  private static Optional<IntMethod> tryParse(String source) {
    try {
      return Optional.of(parse(source));
    } catch (CodeException e) {
      return Optional.empty();
    }
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** What it returns. */
  public int call(int x) {
    return body.at(x);
  }

  /** Whether both return the same for every argument. */
  public boolean computesSameAs(IntMethod other) {
    return body.polynomial().equals(other.body.polynomial());
  }
}
