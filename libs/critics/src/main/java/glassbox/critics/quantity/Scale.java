package glassbox.critics.quantity;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Words and suffixes that multiply a number. */
final class Scale {
  private static final Map<String, Double> WORDS =
      Map.of(
          "hundred",
          1e2,
          "thousand",
          1e3,
          "million",
          1e6,
          "mn",
          1e6,
          "billion",
          1e9,
          "bn",
          1e9,
          "trillion",
          1e12);
  private static final Map<String, Double> MONEY_SUFFIXES =
      Map.of("k", 1e3, "K", 1e3, "m", 1e6, "M", 1e6, "b", 1e9, "B", 1e9);

  private Scale() {}

  static OptionalDouble of(String word, boolean money) {
    if (word.length() > 10) {
      return OptionalDouble.empty();
    }
    Double suffix = money ? MONEY_SUFFIXES.get(word) : null;
    Double factor = suffix != null ? suffix : WORDS.get(word.toLowerCase(Locale.ROOT));
    return factor == null ? OptionalDouble.empty() : OptionalDouble.of(factor);
  }

  /** Whether a word glued to a number may scale it. */
  static boolean known(String word) {
    return of(word, true).isPresent();
  }
}
