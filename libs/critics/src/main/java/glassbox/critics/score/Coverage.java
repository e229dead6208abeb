package glassbox.critics.score;

import glassbox.critics.Draft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much of an answer stands in what it was given. Words are runs of letters, digits and inner
 * points, lower case; the small words of English count not.
 *
 * @param words share of the answer's words that stand in context or prompt
 * @param sentence least share, over the answer's sentences, of words that one sentence of the
 *     context holds together
 * @param numbers share of the answer's numbers that stand in context or prompt; empty without any
 */
record Coverage(double words, double sentence, OptionalDouble numbers) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,]\\p{N}+)*");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\n+");
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "is",
          "it", "of", "on", "or", "that", "the", "this", "to", "was", "were", "with", "your", "my");

  /** Empty where nothing was given, or the answer says nothing. */
  static Optional<Coverage> of(Draft draft) {
    if (draft.context().isEmpty() || draft.context().get().isBlank()) {
      return Optional.empty();
    }
    List<String> answer = words(draft.answer());
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    Set<String> given = new HashSet<>(words(draft.context().get()));
    List<Set<String>> sentences =
        SENTENCE.splitAsStream(draft.context().get()).map(s -> Set.copyOf(words(s))).toList();
    double least = 1;
    for (String part : SENTENCE.split(draft.answer())) {
      List<String> words = words(part);
      least =
          Math.min(least, sentences.stream().mapToDouble(set -> share(words, set)).max().orElse(0));
    }
    given.addAll(words(draft.prompt()));
    List<String> numbers =
        answer.stream().filter(word -> Character.isDigit(word.charAt(0))).toList();
    return Optional.of(
        new Coverage(
            share(answer, given),
            least,
            numbers.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(share(numbers, given))));
  }

  void addTo(Map<String, Double> signals) {
    signals.put("coverage_words", words);
    signals.put("coverage_sentence", sentence);
    numbers.ifPresent(share -> signals.put("coverage_numbers", share));
  }

  private static double share(List<String> words, Set<String> given) {
    return words.isEmpty()
        ? 1
        : (double) words.stream().filter(given::contains).count() / words.size();
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      if (!SMALL.contains(matcher.group())) {
        words.add(matcher.group());
      }
    }
    return words;
  }
}
