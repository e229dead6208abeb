package glassbox.critics.chi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopDetectorTest {
  private static final LoopDetector DETECTOR = new LoopDetector(ChiSettings.DEFAULT);

  @Test
  void distinctTokensDoNotLoop() {
    assertThat(DETECTOR.rate(IntStream.range(0, 256).toArray())).isEqualTo(Rate.of(0, 4));
  }

  @Test
  void oneTokenForEverLoops() {
    assertThat(DETECTOR.rate(new int[128])).isEqualTo(Rate.of(2, 2));
  }

  @Test
  void shortPeriodLoops() {
    int[] ids = IntStream.range(0, 64).map(i -> i % 7).toArray();
    assertThat(DETECTOR.rate(ids)).isEqualTo(Rate.of(1, 1));
  }

  @Test
  void onlyTheWindowThatRepeatsTheOneBeforeIsFlagged() {
    int[] ids = IntStream.range(0, 192).map(i -> i < 64 ? i : i < 128 ? i - 64 : i).toArray();
    assertThat(DETECTOR.rate(ids)).isEqualTo(Rate.of(1, 3));
  }

  @Test
  void lastWindowCountsFromAQuarterOn() {
    assertThat(DETECTOR.rate(new int[15])).isEqualTo(Rate.of(0, 0));
    assertThat(DETECTOR.rate(new int[16])).isEqualTo(Rate.of(1, 1));
    assertThat(DETECTOR.rate(IntStream.range(0, 79).toArray()).total()).isEqualTo(1);
    assertThat(DETECTOR.rate(IntStream.range(0, 80).toArray()).total()).isEqualTo(2);
  }

  /** 6 tokens 1 2 3 1 2 3: trigrams 123 231 312 123, one of four repeats. */
  @Test
  void analyticRepeatRatio() {
    assertThat(LoopDetector.repeatRatio(new int[] {1, 2, 3, 1, 2, 3})).isEqualTo(0.25);
    assertThat(LoopDetector.repeatRatio(new int[] {1, 2})).isZero();
  }

  @Test
  void bleuOfEqualAndOfDisjointWindows() {
    int[] window = IntStream.range(0, 20).toArray();
    assertThat(LoopDetector.bleu(window, window)).isCloseTo(1, within(1e-12));
    assertThat(LoopDetector.bleu(window, IntStream.range(50, 70).toArray())).isZero();
    assertThat(LoopDetector.bleu(window, new int[0])).isZero();
  }

  /** 10 of a 20-token reference: n-gram precision 1, brevity penalty exp(1 - 2). */
  @Test
  void shortWindowPaysTheBrevityPenalty() {
    int[] reference = IntStream.range(0, 20).toArray();
    int[] window = IntStream.range(0, 10).toArray();
    assertThat(LoopDetector.bleu(window, reference)).isCloseTo(Math.exp(-1), within(1e-12));
  }

  @Test
  void periodHasAutocorrelationOneAndChanceHasNone() {
    int[] period = IntStream.range(0, 64).map(i -> i % 5).toArray();
    assertThat(LoopDetector.autocorrelation(period)).isCloseTo(1, within(1e-12));
    int[] random = new Random(17).ints(4096, 0, 4).toArray();
    assertThat(LoopDetector.autocorrelation(random)).isBetween(-0.1, 0.1);
  }

  /** False alarms on shuffled windows of 32 kinds of token: none in 2,000 (below 0.2% at 95%). */
  @Test
  void randomWindowsAreNotFlagged() {
    int[] random = new Random(23).ints(128_000, 0, 32).toArray();
    assertThat(DETECTOR.rate(random)).isEqualTo(Rate.of(0, 2000));
  }
}
