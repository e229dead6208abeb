package glassbox.critics.quantity;

import java.util.OptionalDouble;

/** Fractions of one character, such as ½. */
final class Fractions {
  private static final String SIGNS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒";
  private static final int[] TOP = {1, 1, 3, 1, 2, 1, 2, 3, 4, 1, 5, 1, 1, 3, 5, 7, 1, 1};
  private static final int[] BOTTOM = {2, 4, 4, 3, 3, 5, 5, 5, 5, 6, 6, 7, 8, 8, 8, 8, 9, 10};

  private Fractions() {}

  /** The value of the fraction at a place, if one stands there. */
  static OptionalDouble at(String text, int at) {
    int which = at < text.length() ? SIGNS.indexOf(text.charAt(at)) : -1;
    return which < 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) TOP[which] / BOTTOM[which]);
  }

  /** A number that is exact as it stands. */
  static Token.Number exact(double value) {
    return new Token.Number(value, 0, false);
  }
}
