package glassbox.lab.tokenizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Learns merges: each step joins the most frequent neighbouring pair, ties by spelling. Groups of
 * digits are not learned: each is a token. There are only a hundred pairs of digits, so that a
 * small model sees each often enough to copy any number of the text; with groups of three it does
 * not.
 */
public final class BytePairTrainer {

  private static final int RAREST_PAIR = 2;

  private BytePairTrainer() {}

  /**
   * Learns a vocabulary.
   *
   * @param texts training text
   * @param specialTokens tokens that get the first ids
   * @param vocabularySize most entries in all; fewer where pairs run out
   */
  public static BytePairVocabulary train(
      Collection<String> texts, List<String> specialTokens, int vocabularySize) {
    List<String> alphabet = ByteAlphabet.all();
    List<String> numbers = numbers();
    if (vocabularySize < specialTokens.size() + alphabet.size() + numbers.size()) {
      throw new IllegalArgumentException(
          "a vocabulary of " + vocabularySize + " cannot hold the specials, every byte and number");
    }
    var tokens = new ArrayList<>(specialTokens);
    tokens.addAll(alphabet);
    tokens.addAll(numbers);
    var merges = new ArrayList<Pair>();
    Map<List<String>, Long> words = words(texts);
    while (tokens.size() < vocabularySize) {
      Optional<Pair> best = mostFrequent(words);
      if (best.isEmpty()) {
        break;
      }
      Pair pair = best.get();
      merges.add(pair);
      tokens.add(pair.joined());
      words = merged(words, pair);
    }
    return new BytePairVocabulary(specialTokens.size(), tokens, merges);
  }

  /** Every pair of digits; single digits are of the alphabet. */
  private static List<String> numbers() {
    return IntStream.range(0, 100).mapToObj("%02d"::formatted).toList();
  }

  private static Map<List<String>, Long> words(Collection<String> texts) {
    var counts = new LinkedHashMap<String, Long>();
    for (String text : texts) {
      for (String piece : Pieces.of(text)) {
        if (!Character.isDigit(piece.charAt(0))) {
          counts.merge(ByteAlphabet.encode(piece), 1L, Long::sum);
        }
      }
    }
    var words = new LinkedHashMap<List<String>, Long>();
    counts.forEach((word, count) -> words.put(List.copyOf(Arrays.asList(word.split(""))), count));
    return words;
  }

  private static Optional<Pair> mostFrequent(Map<List<String>, Long> words) {
    var counts = new HashMap<Pair, Long>();
    words.forEach(
        (word, count) -> {
          for (int i = 0; i + 1 < word.size(); i++) {
            counts.merge(new Pair(word.get(i), word.get(i + 1)), count, Long::sum);
          }
        });
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= RAREST_PAIR)
        .max(
            Map.Entry.<Pair, Long>comparingByValue()
                .thenComparing(Map.Entry.<Pair, Long>comparingByKey().reversed()))
        .map(Map.Entry::getKey);
  }

  private static Map<List<String>, Long> merged(Map<List<String>, Long> words, Pair pair) {
    var merged = new LinkedHashMap<List<String>, Long>();
    words.forEach((word, count) -> merged.merge(merged(word, pair), count, Long::sum));
    return merged;
  }

  private static List<String> merged(List<String> word, Pair pair) {
    var symbols = new ArrayList<String>();
    for (int i = 0; i < word.size(); i++) {
      boolean joins =
          i + 1 < word.size()
              && word.get(i).equals(pair.left())
              && word.get(i + 1).equals(pair.right());
      symbols.add(joins ? pair.joined() : word.get(i));
      i += joins ? 1 : 0;
    }
    return symbols;
  }
}
