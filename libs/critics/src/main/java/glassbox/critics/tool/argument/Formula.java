package glassbox.critics.tool.argument;

/**
 * Values of plain expressions: numbers, {@code + - * / ^}, brackets, one variable. Anything else is
 * not a number.
 */
public final class Formula {
  private static final int MOST = 200;
  private final String text;
  private final double variable;
  private int at;
  private int nested;

  private Formula(String text, double variable) {
    this.text = text.replaceAll("\\s+", "");
    this.variable = variable;
  }

  /** The value of an expression without a variable; NaN of anything else. */
  public static double value(String expression) {
    return value(expression, Double.NaN);
  }

  /** The value of an expression in which any single letter is the variable. */
  public static double value(String expression, double variable) {
    Formula formula = new Formula(expression, variable);
    double value = formula.sum();
    return formula.at == formula.text.length() ? value : Double.NaN;
  }

  private double sum() {
    double value = product();
    while (peek('+') || peek('-')) {
      double sign = text.charAt(at++) == '+' ? 1 : -1;
      value += sign * product();
    }
    return value;
  }

  private double product() {
    double value = power();
    while (peek('*') || peek('/')) {
      boolean times = text.charAt(at++) == '*';
      double next = power();
      value = times ? value * next : value / next;
    }
    return value;
  }

  private double power() {
    double value = atom();
    if (peek('^')) {
      at++;
      return Math.pow(value, atom());
    }
    return value;
  }

  private double atom() {
    if ((peek('-') || peek('(')) && ++nested > MOST) {
      return Double.NaN;
    }
    if (peek('-')) {
      at++;
      return -power();
    }
    if (peek('(')) {
      return bracket();
    }
    int from = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    if (at > from) {
      return number(text.substring(from, at));
    }
    if (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
      return variable;
    }
    return Double.NaN;
  }

  private double bracket() {
    at++;
    double value = sum();
    if (!peek(')')) {
      return Double.NaN;
    }
    at++;
    return value;
  }

  private static double number(String digits) {
    return digits.matches("\\d{1,15}(?:\\.\\d{1,15})?") ? Double.parseDouble(digits) : Double.NaN;
  }

  private boolean peek(char c) {
    return at < text.length() && text.charAt(at) == c;
  }
}
