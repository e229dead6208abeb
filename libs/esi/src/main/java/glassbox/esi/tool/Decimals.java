package glassbox.esi.tool;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as tools write them: plain decimals, ten significant digits, halves up. */
final class Decimals {

  private static final MathContext DIGITS = new MathContext(10, RoundingMode.HALF_UP);
  private static final int MOST_PLACES = 40;

  private Decimals() {}

  /**
   * A number as text.
   *
   * @throws ToolException when it would be longer than anybody reads
   */
  static String plain(BigDecimal value) {
    BigDecimal rounded = value.round(DIGITS).stripTrailingZeros();
    if (rounded.signum() == 0) {
      return "0";
    }
    if (Math.abs((long) rounded.precision() - rounded.scale()) > MOST_PLACES
        || rounded.scale() > MOST_PLACES) {
      throw new ToolException("the result is too large or too small to write");
    }
    return rounded.toPlainString();
  }

  /**
   * A plain decimal from text.
   *
   * @throws ToolException when it is none
   */
  static BigDecimal read(String text) {
    if (!text.matches("[+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30})")) {
      throw new ToolException("no number: " + text);
    }
    return new BigDecimal(text);
  }
}
