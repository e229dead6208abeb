package glassbox.critics.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TextModelTest {

  private static final int BUCKETS = 4096;

  private static TextModel taught(String text) {
    var weights = new TreeMap<Integer, Double>();
    TextModel.buckets(text, BUCKETS).forEach(bucket -> weights.put(bucket, 2.0));
    return new TextModel(BUCKETS, weights);
  }

  @Test
  void readsWordsAndTheirNeighboursWhateverTheirCaseAndNumbers() {
    assertThat(TextModel.buckets("Take 5 mg now", BUCKETS))
        .isEqualTo(TextModel.buckets("take 17 MG, now!", BUCKETS))
        .hasSize(7)
        .isNotEqualTo(TextModel.buckets("now take 5 mg", BUCKETS));
  }

  @Test
  void readsAWordByItsBeginningToo() {
    assertThat(TextModel.buckets("noticed", BUCKETS))
        .contains(TextModel.buckets("noticing", BUCKETS).getLast());
    assertThat(taught("noticed").value("noticing")).isPositive();
  }

  @Test
  void isALinearReading() {
    TextModel model = taught("hide it");
    assertThat(model.value("hide it")).isGreaterThan(model.value("hide the key in it"));
    assertThat(model.value("")).isZero();
    assertThat(model.value("?!")).isZero();
  }

  @Test
  void findsAPassageInALongText() {
    TextModel model = taught("poison the well");
    String around = "we talk of many other things that nobody minds at all ";
    String text = around + "poison the well " + around;
    assertThat(model.passage(text)).isGreaterThan(1.5 * model.value(text));
    assertThat(model.passage("poison the well")).isEqualTo(model.value("poison the well"));
    assertThat(model.passage("")).isZero();
  }

  /**
   * The definition: the sum over what {@link TextModel#buckets} gives, over the root of how many.
   */
  @Test
  void weighsEachPassageByItsBuckets() {
    var random = new SplittableRandom(7);
    var weights = new TreeMap<Integer, Double>();
    for (int bucket = 0; bucket < BUCKETS; bucket += 2) {
      weights.put(bucket, random.nextDouble(-1, 1));
    }
    TextModel model = new TextModel(BUCKETS, weights);
    List<String> words =
        List.of("Take", "5", "mg", "of", "noticing", "the", "hidden", "wells", "behind", "trees");
    assertThat(model.value(String.join(" ", words))).isEqualTo(summed(weights, words));
    double largest = Double.NEGATIVE_INFINITY;
    for (int from = 0; from + 8 <= words.size(); from++) {
      largest = Math.max(largest, summed(weights, words.subList(from, from + 8)));
    }
    assertThat(model.passage(String.join(" ", words))).isEqualTo(largest);
  }

  private static double summed(SortedMap<Integer, Double> weights, List<String> words) {
    List<Integer> buckets = TextModel.buckets(String.join(" ", words), BUCKETS);
    double sum = 0;
    for (int bucket : buckets) {
      sum += weights.getOrDefault(bucket, 0.0);
    }
    return sum / Math.sqrt(buckets.size());
  }

  @Test
  void saysHowMuchOfATextItKnows() {
    TextModel model = taught("poison the well");
    assertThat(model.known("the well is deep")).isEqualTo(0.5);
    assertThat(model.known("")).isZero();
  }

  @Test
  void refusesBucketsThatCannotBe() {
    assertThatThrownBy(() -> new TextModel(100, new TreeMap<>()))
        .hasMessageContaining("power of two");
    var outside = new TreeMap<Integer, Double>();
    outside.put(64, 1.0);
    assertThatThrownBy(() -> new TextModel(64, outside)).hasMessageContaining("bucket");
  }
}
