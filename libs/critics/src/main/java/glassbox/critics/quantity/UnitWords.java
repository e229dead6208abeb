package glassbox.critics.quantity;

/** Splits a unit word such as {@code m2} into its symbol and its exponent. */
final class UnitWords {

  private UnitWords() {}

  static String base(String word) {
    boolean power = word.length() > 1 && Character.digit(word.charAt(word.length() - 1), 10) > 0;
    return power ? word.substring(0, word.length() - 1) : word;
  }

  /** 1 unless the word ends in a digit. */
  static int exponent(String word) {
    return base(word).length() == word.length()
        ? 1
        : Character.digit(word.charAt(word.length() - 1), 10);
  }
}
