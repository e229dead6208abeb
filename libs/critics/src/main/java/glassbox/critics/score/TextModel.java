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
    return read(text).value();
  }

  /** The largest value of {@value #PASSAGE} words in a row. */
  public double passage(String text) {
    return read(text).passage();
  }

  /** Share of the text's words that the model has weights of; 0 for one without words. */
  public double known(String text) {
    return read(text).known();
  }

  /** Reads a text once for all that is asked of it. */
  Reading read(String text) {
    return new Reading(words(text).stream().map(this::word).toList());
  }

  /** What a word brings: weights of itself, of its beginning, and of itself behind another. */
  private record Weighed(String word, List<Double> own, boolean known) {}

  private Weighed word(String word) {
    int itself = bucket(word, buckets);
    List<Double> own = new ArrayList<>();
    own.add(weights.getOrDefault(itself, 0.0));
    if (word.length() > BEGINNING) {
      own.add(weights.getOrDefault(bucket(beginning(word), buckets), 0.0));
    }
    return new Weighed(word, own, weights.containsKey(itself));
  }

  /** A text that was read. */
  final class Reading {
    private final List<Weighed> words;
    private final double[] pairs;

    private Reading(List<Weighed> words) {
      this.words = words;
      this.pairs = new double[words.size()];
      for (int i = 1; i < pairs.length; i++) {
        String pair = pair(words.get(i - 1).word(), words.get(i).word());
        pairs[i] = weights.getOrDefault(bucket(pair, buckets), 0.0);
      }
    }

    /** As {@link TextModel#value}. */
    double value() {
      return value(0, words.size());
    }

    /** As {@link TextModel#passage}. */
    double passage() {
      double largest = value(0, Math.min(PASSAGE, words.size()));
      for (int from = 1; from + PASSAGE <= words.size(); from++) {
        largest = Math.max(largest, value(from, from + PASSAGE));
      }
      return largest;
    }

    /** As {@link TextModel#known}. */
    double known() {
      long known = words.stream().filter(Weighed::known).count();
      return words.isEmpty() ? 0 : (double) known / words.size();
    }

    private double value(int from, int to) {
      double sum = 0;
      int grams = 0;
      for (int i = from; i < to; i++) {
        for (double weight : words.get(i).own()) {
          sum += weight;
          grams++;
        }
        if (i > from) {
          sum += pairs[i];
          grams++;
        }
      }
      return grams == 0 ? 0 : sum / Math.sqrt(grams);
    }
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
        grams.add(bucket(beginning(word), count));
      }
      if (!before.isEmpty()) {
        grams.add(bucket(pair(before, word), count));
      }
      before = word;
    }
    return grams;
  }

  private static String beginning(String word) {
    return word.substring(0, BEGINNING) + "-";
  }

  private static String pair(String before, String word) {
    return before + " " + word;
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
