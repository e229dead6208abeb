package glassbox.critics.score;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How much of an answer's own field stands in what led to it: prompt, context, draft and tools'
 * results.
 *
 * @param numbers share of its numbers; empty without any
 * @param words share of its other words; empty without any
 */
record Derivation(OptionalDouble numbers, OptionalDouble words) {

  static Derivation of(String before, String answer) {
    Set<String> known = Word.texts(Word.of(before));
    return new Derivation(
        share(answer, known, Word::number), share(answer, known, word -> !word.number()));
  }

  void addTo(Map<String, Double> signals) {
    numbers.ifPresent(share -> signals.put("derived_numbers", share));
    words.ifPresent(share -> signals.put("derived_words", share));
  }

  private static OptionalDouble share(String answer, Set<String> known, Predicate<Word> kind) {
    Set<String> own =
        Word.of(answer).stream().filter(kind).map(Word::text).collect(Collectors.toSet());
    long found = own.stream().filter(known::contains).count();
    return own.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) found / own.size());
  }
}
