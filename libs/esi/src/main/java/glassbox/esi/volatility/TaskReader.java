package glassbox.esi.volatility;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a task's volatility from its text. Cues are whole words, upper and lower case alike; each
 * occurrence counts.
 *
 * @param fullLength tokens at which length counts 1
 * @param fullSymbols cues at which symbols count 1
 * @param fullAmbiguity cues at which ambiguity counts 1
 */
public record TaskReader(int fullLength, int fullSymbols, int fullAmbiguity) {

  /** 500 tokens, 4 symbol cues, 3 hedges. */
  public static final TaskReader DEFAULT = new TaskReader(500, 4, 3);

  private static final Pattern SYMBOLS =
      Pattern.compile(
          "(?<=\\d)\\s?(?:kg|g|mg|t|km|m|cm|mm|l|ml|h|min|s|%|€|°C)(?![\\p{L}\\d])"
              + "|[=<>≤≥≈∑∫√^]|(?<=\\w)\\s?[*/+×÷]\\s?(?=\\w)"
              + "|"
              + words(List.of("sql", "select", "json", "schema", "unit", "units", "equation")),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern AMBIGUITY =
      Pattern.compile(
          words(
              List.of(
                  "maybe",
                  "perhaps",
                  "possibly",
                  "probably",
                  "approximately",
                  "about",
                  "around",
                  "roughly",
                  "some",
                  "several",
                  "somehow",
                  "something",
                  "might",
                  "could",
                  "it",
                  "they",
                  "this",
                  "that",
                  "these",
                  "those",
                  "etc")),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  public TaskReader {
    if (fullLength < 1 || fullSymbols < 1 || fullAmbiguity < 1) {
      throw new IllegalArgumentException("every full count must be at least 1");
    }
  }

  private static String words(List<String> words) {
    return words.stream()
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?<![\\p{L}\\d_])(?:", ")(?![\\p{L}\\d_])"));
  }

  /**
   * The volatility of a task.
   *
   * @param text of the task
   * @param tokens its length
   * @param history share of this template's earlier runs that went wrong, in [0, 1]
   */
  public Volatility read(String text, int tokens, double history) {
    return new Volatility(
        share(tokens, fullLength),
        share(SYMBOLS.matcher(text).results().count(), fullSymbols),
        share(AMBIGUITY.matcher(text).results().count(), fullAmbiguity),
        history);
  }

  private static double share(double count, double full) {
    return Math.min(1, count / full);
  }
}
