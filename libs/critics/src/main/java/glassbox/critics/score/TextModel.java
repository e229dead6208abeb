package glassbox.critics.score;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A linear reading of a text: the mean weight of its words and pairs of neighbouring words, which
 * are counted in buckets by CRC-32. Its value is a signal among others, not a probability.
 *
 * @param weights one a bucket; their number is a power of two
 */
@SuppressWarnings("ArrayRecordComponent")
public record TextModel(float[] weights) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  public TextModel {
    if (Integer.bitCount(weights.length) != 1) {
      throw new IllegalArgumentException("the number of buckets must be a power of two");
    }
    weights = weights.clone();
  }

  /** The text's value, in logits; 0 for one without words. */
  public double value(String text) {
    List<Integer> buckets = buckets(text, weights.length);
    double sum = 0;
    for (int bucket : buckets) {
      sum += weights[bucket];
    }
    return buckets.isEmpty() ? 0 : sum / Math.sqrt(buckets.size());
  }

  /** Buckets of a text's words and pairs, in order. Numbers count as one word. */
  public static List<Integer> buckets(String text, int count) {
    var buckets = new ArrayList<Integer>();
    String before = "";
    var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      String word = Character.isDigit(matcher.group().charAt(0)) ? "0" : matcher.group();
      buckets.add(bucket(word, count));
      if (!before.isEmpty()) {
        buckets.add(bucket(before + " " + word, count));
      }
      before = word;
    }
    return buckets;
  }

  private static int bucket(String gram, int count) {
    var crc = new CRC32();
    crc.update(gram.getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() & (count - 1));
  }
}
