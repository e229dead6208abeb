package glassbox.critics.contradiction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * English comparatives and superlatives as degrees of a scale: {@code taller} is more on the scale
 * of {@code tall}, {@code shortest} the least of it, {@code less expensive} less on its own.
 */
final class Comparatives {
  private static final Map<String, String> IRREGULAR =
      Map.of(
          "better",
          "good",
          "best",
          "good",
          "worse",
          "bad",
          "worst",
          "bad",
          "farther",
          "far",
          "farthest",
          "far",
          "further",
          "far",
          "furthest",
          "far");

  /** Adjectives by what they measure: those of the upper end, then those of the lower. */
  private static final Map<String, Degree> SCALES = new HashMap<>();

  static {
    String scales =
        "tall long/short;old/young new;fast quick swift/slow;big large great/small little;"
            + "heavy/light;rich wealthy/poor;strong/weak;high/low;good/bad;hot warm/cold cool;"
            + "late/early;far/near close;wide broad/narrow;deep/shallow;thick fat/thin;"
            + "bright/dim dark;loud/quiet;hard difficult/easy;expensive costly dear/cheap;"
            + "wet/dry;rough/smooth;clever smart/stupid;happy/sad;full/empty;clean/dirty";
    for (String scale : scales.split(";")) {
      String[] ends = scale.split("/");
      String name = base(ends[0].split(" ")[0]);
      for (String upper : ends[0].split(" ")) {
        SCALES.put(base(upper), new Degree(name, true, true));
      }
      for (String lower : ends[1].split(" ")) {
        SCALES.put(base(lower), new Degree(name, false, false));
      }
    }
  }

  private Comparatives() {}

  /**
   * A degree.
   *
   * @param scale its name
   * @param more towards the end that the scale is named for
   * @param named whether the word belongs to that end itself
   */
  record Degree(String scale, boolean more, boolean named) {}

  /** {@code taller}, {@code more expensive}, {@code less tall}. */
  static Optional<Degree> comparative(String words) {
    return degree(words, "er", "more", "less");
  }

  /** {@code tallest}, {@code most expensive}, {@code least tall}. */
  static Optional<Degree> superlative(String words) {
    return degree(words, "est", "most", "least");
  }

  private static Optional<Degree> degree(String words, String ending, String more, String less) {
    String[] parts = words.strip().toLowerCase(Locale.ROOT).split("\\s+");
    String last = parts[parts.length - 1];
    if (parts.length == 2 && (parts[0].equals(more) || parts[0].equals(less))) {
      return Optional.of(scale(base(last), parts[0].equals(more)));
    }
    String irregular = IRREGULAR.get(last);
    boolean regular = last.length() > ending.length() + 2 && last.endsWith(ending);
    if (parts.length != 1 || (irregular == null && !regular)) {
      return Optional.empty();
    }
    String adjective =
        irregular == null ? last.substring(0, last.length() - ending.length()) : irregular;
    return Optional.of(scale(base(adjective), true));
  }

  private static Degree scale(String adjective, boolean more) {
    Degree known = SCALES.getOrDefault(adjective, new Degree(adjective, true, true));
    return new Degree(known.scale(), known.more() == more, known.named());
  }

  /** The adjective without what its degrees change: doubled consonants, a last e, y for i. */
  private static String base(String adjective) {
    String word =
        adjective.endsWith("e") ? adjective.substring(0, adjective.length() - 1) : adjective;
    word = word.endsWith("i") ? word.substring(0, word.length() - 1) + "y" : word;
    int end = word.length();
    boolean doubled = end > 2 && word.charAt(end - 1) == word.charAt(end - 2);
    return doubled ? word.substring(0, end - 1) : word;
  }
}
