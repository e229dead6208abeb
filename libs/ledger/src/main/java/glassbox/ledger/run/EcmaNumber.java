package glassbox.ledger.run;

/** Doubles as ECMAScript's Number::toString writes them (RFC 8785, section 3.2.2.3). */
final class EcmaNumber {
  private EcmaNumber() {}

  /** Requires a finite value. */
  static String format(double value) {
    if (value == 0) {
      return "0";
    }
    // Double.toString gives the shortest digits that read back (JDK 19 and later): d.dddE[-]n or
    // plain notation; only the placing of point and exponent differs from ECMAScript's.
    String decimal = Double.toString(Math.abs(value));
    int mark = decimal.indexOf('E');
    String mantissa = mark < 0 ? decimal : decimal.substring(0, mark);
    int exponent = mark < 0 ? 0 : Integer.parseInt(decimal.substring(mark + 1));
    int pointAt = mantissa.indexOf('.') + exponent;
    String digits = mantissa.replace(".", "");
    int leading = 0;
    while (digits.charAt(leading) == '0') {
      leading++;
    }
    digits = digits.substring(leading).replaceAll("0+$", "");
    digits = shortest(digits, pointAt - leading, Math.abs(value));
    return (value < 0 ? "-" : "") + place(digits, pointAt - leading);
  }

  /**
   * Double.toString prefers two digits to one (4.9E-324 for 5e-324): take one where it is enough.
   */
  private static String shortest(String digits, int pointAt, double value) {
    if (digits.length() == 2) {
      long digit = Math.round(Integer.parseInt(digits) / 10.0);
      if (digit < 10 && Double.parseDouble(digit + "E" + (pointAt - 1)) == value) {
        return Long.toString(digit);
      }
    }
    return digits;
  }

  /** Digits d with the value 0.d * 10^pointAt. */
  private static String place(String digits, int pointAt) {
    int count = digits.length();
    if (count <= pointAt && pointAt <= 21) {
      return digits + "0".repeat(pointAt - count);
    }
    if (0 < pointAt && pointAt <= 21) {
      return digits.substring(0, pointAt) + "." + digits.substring(pointAt);
    }
    if (-6 < pointAt && pointAt <= 0) {
      return "0." + "0".repeat(-pointAt) + digits;
    }
    int exponent = pointAt - 1;
    String fraction = count == 1 ? "" : "." + digits.substring(1);
    return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
