package glassbox.lab.tokenizer;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cuts text into the pieces merges may not cross: groups of up to two digits, counted from a
 * number's left end, then GPT-2's pattern.
 */
final class Pieces {

  /** A group of digits; the same expression stands in tokenizer.json. */
  static final String GROUP = "[0-9]{1,2}";

  private static final Pattern GROUPS_APART = Pattern.compile(GROUP + "|[^0-9]+");
  private static final Pattern GPT2 =
      Pattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");

  private Pieces() {}

  static List<String> of(String text) {
    return matches(GROUPS_APART, text).flatMap(part -> matches(GPT2, part)).toList();
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group);
  }
}
