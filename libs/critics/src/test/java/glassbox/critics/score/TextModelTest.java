package glassbox.critics.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextModelTest {

  @Test
  void readsWordsAndTheirNeighboursWhateverTheirCaseAndNumbers() {
    assertThat(TextModel.buckets("Take 5 mg now", 4096))
        .isEqualTo(TextModel.buckets("take 17 MG, now!", 4096))
        .hasSize(7)
        .isNotEqualTo(TextModel.buckets("now take 5 mg", 4096));
  }

  @Test
  void isALinearReading() {
    float[] weights = new float[4096];
    for (int bucket : TextModel.buckets("hide it", 4096)) {
      weights[bucket] = 2;
    }
    TextModel model = new TextModel(weights);
    assertThat(model.value("hide it")).isGreaterThan(model.value("hide the key in it"));
    assertThat(model.value("")).isZero();
    assertThat(model.value("?!")).isZero();
  }

  @Test
  void refusesBucketsThatAreNoPowerOfTwo() {
    assertThatThrownBy(() -> new TextModel(new float[100])).hasMessageContaining("power of two");
  }
}
