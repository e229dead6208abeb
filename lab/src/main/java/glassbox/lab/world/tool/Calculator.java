package glassbox.lab.world.tool;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Sums, products, quotients, brackets, min and max over decimals. */
public final class Calculator {

  /** Ten significant digits, halves up. */
  private static final MathContext PRECISION = new MathContext(10, RoundingMode.HALF_UP);

  private static final MathContext WORKING = MathContext.DECIMAL128;

  private final String text;
  private int at;

  private Calculator(String text) {
    this.text = text;
  }

  /**
   * The value of an expression.
   *
   * @throws ToolException when it is none, or divides by zero
   */
  public static String evaluate(String expression) {
    var calculator = new Calculator(expression.replace(" ", ""));
    BigDecimal value = calculator.sum();
    if (calculator.at != calculator.text.length()) {
      throw new ToolException("cannot read " + expression + " from " + calculator.at);
    }
    return plain(value);
  }

  /** A number as the tools write it. */
  public static String plain(BigDecimal value) {
    BigDecimal rounded = value.round(PRECISION).stripTrailingZeros();
    return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded).toPlainString();
  }

  private BigDecimal sum() {
    BigDecimal value = product();
    while (true) {
      if (skip('+')) {
        value = value.add(product(), WORKING);
      } else if (skip('-')) {
        value = value.subtract(product(), WORKING);
      } else {
        return value;
      }
    }
  }

  private BigDecimal product() {
    BigDecimal value = factor();
    while (true) {
      if (skip('*')) {
        value = value.multiply(factor(), WORKING);
      } else if (skip('/')) {
        BigDecimal divisor = factor();
        if (divisor.signum() == 0) {
          throw new ToolException("division by zero");
        }
        value = value.divide(divisor, WORKING);
      } else {
        return value;
      }
    }
  }

  private BigDecimal factor() {
    if (skip('-')) {
      return factor().negate();
    }
    if (skip('(')) {
      BigDecimal value = sum();
      expect(')');
      return value;
    }
    if (text.startsWith("min(", at) || text.startsWith("max(", at)) {
      boolean least = text.startsWith("min", at);
      at += 4;
      List<BigDecimal> values = arguments();
      return values.stream()
          .reduce((a, b) -> least ? a.min(b) : a.max(b))
          .orElseThrow(() -> new ToolException("min and max need a number"));
    }
    return number();
  }

  private List<BigDecimal> arguments() {
    var values = new ArrayList<BigDecimal>();
    do {
      values.add(sum());
    } while (skip(','));
    expect(')');
    return values;
  }

  private BigDecimal number() {
    int from = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    try {
      return new BigDecimal(text.substring(from, at));
    } catch (NumberFormatException e) {
      throw new ToolException("no number at " + from + " in " + text);
    }
  }

  private boolean skip(char c) {
    boolean here = at < text.length() && text.charAt(at) == c;
    at += here ? 1 : 0;
    return here;
  }

  private void expect(char c) {
    if (!skip(c)) {
      throw new ToolException("no " + c + " at " + at + " in " + text);
    }
  }
}
