package glassbox.critics.quantity;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Words and suffixes that multiply a number. */
final class Scale {
  private static final Map<String, Double> WORDS =
      Map.ofEntries(
          Map.entry("hundred", 1e2),
          Map.entry("thousand", 1e3),
          Map.entry("lakh", 1e5),
          Map.entry("lakhs", 1e5),
          Map.entry("million", 1e6),
          Map.entry("mn", 1e6),
          Map.entry("crore", 1e7),
          Map.entry("crores", 1e7),
          Map.entry("billion", 1e9),
          Map.entry("bn", 1e9),
          Map.entry("trillion", 1e12),
          Map.entry("tn", 1e12));
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
