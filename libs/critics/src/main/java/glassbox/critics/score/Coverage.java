package glassbox.critics.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much of an answer stands in the context it was given. The small words of English and those of
 * questions count not.
 *
 * @param words share of the answer's words that stand in context or prompt
 * @param sentence least share, over the answer's sentences, of words that one sentence of the
 *     context holds together
 * @param numbers share of the answer's numbers that stand in context or prompt; empty without any
 * @param names share of the names and numbers of prompt and answer that one sentence of the context
 *     holds together; empty without any
 * @param asked share of the prompt's words that the context holds
 * @param added share of the words that the answer adds to the prompt which stand in the sentence of
 *     the context that is closest to both; empty where it adds none
 * @param together share of the words of prompt and answer that the context knows which that
 *     sentence holds
 */
record Coverage(
    double words,
    double sentence,
    OptionalDouble numbers,
    OptionalDouble names,
    double asked,
    OptionalDouble added,
    double together) {

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\n+");

  /** Empty where nothing was given, or the answer says nothing. */
  static Optional<Coverage> of(Optional<String> given, String prompt, String text) {
    List<Word> answer = Word.of(text);
    if (given.isEmpty() || given.get().isBlank() || answer.isEmpty()) {
      return Optional.empty();
    }
    List<Set<String>> sentences =
        SENTENCE.splitAsStream(given.get()).map(s -> Word.texts(Word.of(s))).toList();
    Set<String> context = new HashSet<>();
    sentences.forEach(context::addAll);
    Set<String> question = Word.texts(Word.of(prompt));
    Set<String> said = Word.texts(answer);
    Set<String> both = new HashSet<>(question);
    both.addAll(said);
    Set<String> known = new HashSet<>(context);
    known.addAll(question);
    Set<String> closest =
        sentences.stream().max(Comparator.comparingDouble(s -> share(both, s))).orElse(Set.of());
    Set<String> added = new HashSet<>(said);
    added.removeAll(question);
    Set<String> inContext = new HashSet<>(both);
    inContext.retainAll(context);
    return Optional.of(
        new Coverage(
            share(said, known),
            leastSentence(text, sentences),
            optional(numbers(answer), known),
            names(prompt, answer, sentences),
            share(question, context),
            optional(added, closest),
            share(inContext, closest)));
  }

  void addTo(Map<String, Double> signals) {
    signals.put("coverage_words", words);
    signals.put("coverage_sentence", sentence);
    numbers.ifPresent(share -> signals.put("coverage_numbers", share));
    names.ifPresent(share -> signals.put("coverage_names", share));
    signals.put("coverage_asked", asked);
    added.ifPresent(share -> signals.put("coverage_added", share));
    signals.put("coverage_together", together);
  }

  private static double leastSentence(String text, List<Set<String>> sentences) {
    double least = 1;
    for (String part : SENTENCE.split(text)) {
      Set<String> words = Word.texts(Word.of(part));
      least = Math.min(least, best(words, sentences));
    }
    return least;
  }

  private static OptionalDouble names(
      String prompt, List<Word> answer, List<Set<String>> sentences) {
    var all = new ArrayList<>(Word.of(prompt));
    all.addAll(answer);
    Set<String> names = new HashSet<>();
    all.stream().filter(Word::named).forEach(word -> names.add(word.text()));
    return names.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(best(names, sentences));
  }

  private static Set<String> numbers(List<Word> words) {
    Set<String> numbers = new HashSet<>();
    words.stream().filter(Word::number).forEach(word -> numbers.add(word.text()));
    return numbers;
  }

  private static double best(Set<String> words, List<Set<String>> sentences) {
    return sentences.stream().mapToDouble(sentence -> share(words, sentence)).max().orElse(0);
  }

  private static OptionalDouble optional(Set<String> words, Set<String> given) {
    return words.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(share(words, given));
  }

  private static double share(Collection<String> words, Set<String> given) {
    return words.isEmpty()
        ? 1
        : (double) words.stream().filter(given::contains).count() / words.size();
  }
}
