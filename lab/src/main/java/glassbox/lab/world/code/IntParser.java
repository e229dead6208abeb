package glassbox.lab.world.code;

/** Reads {@code + - *}, brackets, decimal numbers and one named variable. */
final class IntParser {

  private static final int MOST_FACTORS = 50;

  private final String text;
  private final String variable;
  private int at;
  private int factors;

  private IntParser(String text, String variable) {
    this.text = text;
    this.variable = variable;
  }

  static IntExpression parse(String text, String variable) {
    var parser = new IntParser(text.replace(" ", ""), variable);
    IntExpression expression = parser.sum();
    if (parser.at != parser.text.length()) {
      throw new CodeException("cannot read " + text + " from " + parser.at);
    }
    return expression;
  }

  private IntExpression sum() {
    IntExpression left = product();
    while (at < text.length() && (peek() == '+' || peek() == '-')) {
      char operator = text.charAt(at++);
      left = new IntExpression.Operation(operator, left, product());
    }
    return left;
  }

  private IntExpression product() {
    IntExpression left = factor();
    while (at < text.length() && peek() == '*') {
      at++;
      left = new IntExpression.Operation('*', left, factor());
    }
    return left;
  }

  private IntExpression factor() {
    if (at >= text.length() || ++factors > MOST_FACTORS) {
      throw new CodeException("no expression at " + at + " in " + text);
    }
    char c = peek();
    if (c == '-') {
      at++;
      return new IntExpression.Operation('-', new IntExpression.Constant(0), factor());
    }
    if (c == '(') {
      at++;
      IntExpression inner = sum();
      if (at >= text.length() || text.charAt(at++) != ')') {
        throw new CodeException("no ) in " + text);
      }
      return inner;
    }
    return Character.isDigit(c) ? number() : variable();
  }

  private IntExpression number() {
    int from = at;
    while (at < text.length() && Character.isDigit(peek())) {
      at++;
    }
    try {
      return new IntExpression.Constant(Integer.parseInt(text.substring(from, at)));
    } catch (NumberFormatException e) {
      throw new CodeException("no int: " + text.substring(from, at));
    }
  }

  private IntExpression variable() {
    int from = at;
    while (at < text.length() && Character.isJavaIdentifierPart(peek())) {
      at++;
    }
    if (!text.substring(from, at).equals(variable)) {
      throw new CodeException("no variable " + text.substring(from, at));
    }
    return new IntExpression.Variable();
  }

  private char peek() {
    return text.charAt(at);
  }
}
