package glassbox.lab.tokenizer;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cuts text into the pieces merges may not cross: single digits, then GPT-2's pattern. */
final class Pieces {

  private static final Pattern DIGITS_APART = Pattern.compile("\\p{N}|\\P{N}+");
  private static final Pattern GPT2 =
      Pattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");

  private Pieces() {}

  static List<String> of(String text) {
    return matches(DIGITS_APART, text).flatMap(part -> matches(GPT2, part)).toList();
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group);
  }
}
