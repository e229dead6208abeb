package glassbox.critics.quantity;

/**
 * A piece of text.
 *
 * @param number its value where it is a number
 */
record Token(Kind kind, String text, int start, int end, boolean spaced, Number number) {

  enum Kind {
    NUMBER,
    WORD,
    CURRENCY,
    SUPERSCRIPT,
    PLUS,
    MINUS,
    TIMES,
    DIVIDE,
    POWER,
    OPEN,
    CLOSE,
    EQUAL,
    APPROXIMATE,
    LESS,
    GREATER,
    AT_MOST,
    AT_LEAST,
    PAUSE,
    STOP,
    OTHER
  }

  /**
   * A number as written.
   *
   * @param ulp value of one in its last stated digit
   * @param rounded whether it states decimals, so that it may be a rounded value
   */
  record Number(double value, double ulp, boolean rounded) {
    static final Number NONE = new Number(0, 0, false);

    static Number whole(double value) {
      return new Number(value, 1, false);
    }

    /** The same number in another unit. */
    Number converted(double factor) {
      return new Number(value * factor, ulp * factor, rounded);
    }

    Number times(double factor) {
      return new Number(value * factor, ulp * factor, rounded || factor > 1);
    }
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean relation() {
    return switch (kind) {
      case EQUAL, APPROXIMATE, LESS, GREATER, AT_MOST, AT_LEAST -> true;
      default -> false;
    };
  }

  boolean operator() {
    return switch (kind) {
      case PLUS, MINUS, TIMES, DIVIDE, POWER -> true;
      default -> false;
    };
  }

  boolean word(String wanted) {
    return kind == Kind.WORD && text.equalsIgnoreCase(wanted);
  }
}
