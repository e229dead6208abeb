package glassbox.critics.quantity;

/**
 * Writes other scripts' digits, full-width signs and separators as plain ones. Every character
 * stays one character, so offsets hold.
 */
final class Glyphs {
  private static final char FULL_WIDTH_FIRST = '\uFF01';
  private static final char FULL_WIDTH_LAST = '\uFF5E';
  private static final int FULL_WIDTH_SHIFT = 0xFEE0;

  private Glyphs() {}

  static String plain(String text) {
    char[] plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7F && plain(c) != c) {
        plain = plain == null ? text.toCharArray() : plain;
        plain[i] = plain(c);
      }
    }
    return plain == null ? text : new String(plain);
  }

  private static char plain(char c) {
    if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
      return (char) ('0' + Character.digit(c, 10));
    }
    if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
      return (char) (c - FULL_WIDTH_SHIFT);
    }
    return switch (c) {
      case '\u066B' -> '.';
      case '\u066C' -> ',';
      case '\u066A' -> '%';
      case '\uFE62' -> '+';
      case '\uFE63' -> '-';
      case '\uFE66' -> '=';
      case '\u3000' -> ' ';
      default -> c;
    };
  }
}
