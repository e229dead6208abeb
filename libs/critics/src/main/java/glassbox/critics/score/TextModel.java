package glassbox.critics.score;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A linear reading of a text: the weights of its words, of their beginnings and of pairs of
 * neighbours, which are counted in buckets by CRC-32. Its value is a signal among others, not a
 * probability.
 *
 * @param buckets their number, a power of two
 * @param weights by bucket; those that are 0 are left out
 */
public record TextModel(int buckets, SortedMap<Integer, Double> weights) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int BEGINNING = 4;
  private static final int PASSAGE = 8;

  public TextModel {
    if (Integer.bitCount(buckets) != 1) {
      throw new IllegalArgumentException("the number of buckets must be a power of two");
    }
    weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    if (!weights.isEmpty() && (weights.firstKey() < 0 || weights.lastKey() >= buckets)) {
      throw new IllegalArgumentException("a weight of no bucket");
    }
  }

  /** The text's value, in logits; 0 for one without words. */
  public double value(String text) {
    return value(words(text));
  }

  /** The largest value of {@value #PASSAGE} words in a row. */
  public double passage(String text) {
    List<String> words = words(text);
    double largest = value(words.subList(0, Math.min(PASSAGE, words.size())));
    for (int from = 1; from + PASSAGE <= words.size(); from++) {
      largest = Math.max(largest, value(words.subList(from, from + PASSAGE)));
    }
    return largest;
  }

  /** Share of the text's words that the model has weights of; 0 for one without words. */
  public double known(String text) {
    List<String> words = words(text);
    long known = words.stream().filter(w -> weights.containsKey(bucket(w, buckets))).count();
    return words.isEmpty() ? 0 : (double) known / words.size();
  }

  private double value(List<String> words) {
    List<Integer> found = grams(words, buckets);
    double sum = 0;
    for (int bucket : found) {
      sum += weights.getOrDefault(bucket, 0.0);
    }
    return found.isEmpty() ? 0 : sum / Math.sqrt(found.size());
  }

  /** Buckets of what a text is read by, in order. Numbers count as one word. */
  public static List<Integer> buckets(String text, int count) {
    return grams(words(text), count);
  }

  private static List<Integer> grams(List<String> words, int count) {
    var grams = new ArrayList<Integer>();
    String before = "";
    for (String word : words) {
      grams.add(bucket(word, count));
      if (word.length() > BEGINNING) {
        grams.add(bucket(word.substring(0, BEGINNING) + "-", count));
      }
      if (!before.isEmpty()) {
        grams.add(bucket(before + " " + word, count));
      }
      before = word;
    }
    return grams;
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(Character.isDigit(matcher.group().charAt(0)) ? "0" : matcher.group());
    }
    return words;
  }

  private static int bucket(String gram, int count) {
    var crc = new CRC32();
    crc.update(gram.getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() & (count - 1));
  }
}
