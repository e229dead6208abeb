package glassbox.ledger.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeltaSummaryTest {

  @Test
  void oneDeltaIsAllFour() {
    assertThat(DeltaSummary.of(new double[] {0.25})).isEqualTo(new DeltaSummary(1, .25, .25, .25));
  }

  @Test
  void p95IsTheSmallestThatNineteenTwentiethsDoNotExceed() {
    assertThat(DeltaSummary.of(hundredths(100)).p95()).isEqualTo(0.95);
    assertThat(DeltaSummary.of(hundredths(20)).p95()).isEqualTo(0.19);
    assertThat(DeltaSummary.of(hundredths(19)).p95()).isEqualTo(0.19);
    assertThat(DeltaSummary.of(hundredths(21)).p95()).isEqualTo(0.2);
  }

  @Test
  void theOrderOfTheDeltasIsNoMatterForP95AndMax() {
    DeltaSummary summary = DeltaSummary.of(new double[] {0.5, 0.125, 0.25});
    assertThat(summary).isEqualTo(new DeltaSummary(3, 0.875 / 3, 0.5, 0.5));
  }

  @Test
  void nothingHasNoSummary() {
    assertThatThrownBy(() -> DeltaSummary.of(new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** 0.01 to n hundredths. */
  private static double[] hundredths(int n) {
    return IntStream.rangeClosed(1, n).mapToDouble(i -> i / 100.0).toArray();
  }
}
