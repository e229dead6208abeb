package glassbox.critics.quantity;

/** A power of ten after a number; {@code end} is where it was looked for if there is none. */
record Exponent(int value, int end) {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** {@code e3}, {@code E-3}. */
  static Exponent afterE(String text, int at) {
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      Exponent exponent = signed(text, at + 1);
      boolean glued =
          exponent.end() < text.length() && Character.isLetter(text.codePointAt(exponent.end()));
      return exponent.end() > at + 1 ? glued ? glued(text, at, exponent) : exponent : none(at);
    }
    return none(at);
  }

  private static Exponent glued(String text, int at, Exponent exponent) {
    int end = exponent.end();
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean unit = UnitTable.find(text.substring(exponent.end(), end)).isPresent();
    return unit ? exponent : none(at);
  }

  /** {@code x 10^3}, {@code ·10⁻³}. */
  static Exponent timesTen(String text, int at) {
    int i = skipSpaces(text, at);
    if (i >= text.length() || "x×·*⋅".indexOf(text.charAt(i)) < 0) {
      return none(at);
    }
    i = skipSpaces(text, i + 1);
    if (!text.startsWith("10", i) || i + 2 >= text.length()) {
      return none(at);
    }
    Exponent exponent = text.charAt(i + 2) == '^' ? signed(text, i + 3) : superscript(text, i + 2);
    return exponent.end() > i + (text.charAt(i + 2) == '^' ? 3 : 2) ? exponent : none(at);
  }

  /** The power of a ten that a unit follows: {@code 10^6 m}, {@code 10³ kg}. */
  static Exponent ofTenBeforeUnit(String text, int at) {
    boolean caret = at < text.length() && text.charAt(at) == '^';
    Exponent power = caret ? signed(text, at + 1) : superscript(text, at);
    int word = skipSpaces(text, power.end());
    if (power.end() <= at + (caret ? 1 : 0) || word == power.end()) {
      return none(at);
    }
    int end = word;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return UnitTable.find(text.substring(word, end)).isPresent() ? power : none(at);
  }

  /** A superscript integer of at most three digits. */
  static Exponent superscript(String text, int at) {
    boolean negative = at < text.length() && text.charAt(at) == '⁻';
    int i = negative ? at + 1 : at;
    int value = 0;
    int from = i;
    while (i < text.length() && i - from < 3 && SUPERSCRIPTS.indexOf(text.charAt(i)) >= 0) {
      value = value * 10 + SUPERSCRIPTS.indexOf(text.charAt(i++));
    }
    return i == from ? none(at) : new Exponent(negative ? -value : value, i);
  }

  private static Exponent signed(String text, int at) {
    int i = at;
    boolean negative = i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '−');
    if (negative || (i < text.length() && text.charAt(i) == '+')) {
      i++;
    }
    int value = 0;
    int from = i;
    while (i < text.length() && i - from < 3 && Character.digit(text.charAt(i), 10) >= 0) {
      value = value * 10 + Character.digit(text.charAt(i++), 10);
    }
    return i == from ? none(at) : new Exponent(negative ? -value : value, i);
  }

  private static int skipSpaces(String text, int at) {
    int i = at;
    while (i < text.length() && i - at < 3 && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private static Exponent none(int at) {
    return new Exponent(0, at);
  }
}
