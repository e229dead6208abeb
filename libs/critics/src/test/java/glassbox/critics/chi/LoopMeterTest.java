package glassbox.critics.chi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LoopMeterTest {

  private static Rate rate(int[] ids) {
    LoopMeter meter = new LoopMeter(ChiSettings.DEFAULT);
    Arrays.stream(ids).forEach(id -> meter.add(signal(id)));
    return meter.rate();
  }

  private static LoopWindow window(int[] ids) {
    return fill(new LoopWindow(), ids);
  }

  private static LoopWindow fill(LoopWindow window, int[] ids) {
    Arrays.stream(ids).forEach(id -> window.add(signal(id)));
    return window;
  }

  private static double bleu(int[] ids, int[] reference) {
    return fill(new LoopWindow(window(reference)), ids).bleu();
  }

  private static Signal signal(int id) {
    return new Signal(id, Optional.empty(), .5);
  }

  @Test
  void distinctTokensDoNotLoop() {
    assertThat(rate(IntStream.range(0, 256).toArray())).isEqualTo(Rate.of(0, 4));
  }

  @Test
  void oneTokenForEverLoops() {
    assertThat(rate(new int[128])).isEqualTo(Rate.of(2, 2));
  }

  @Test
  void shortPeriodLoops() {
    int[] ids = IntStream.range(0, 64).map(i -> i % 7).toArray();
    assertThat(rate(ids)).isEqualTo(Rate.of(1, 1));
  }

  @Test
  void onlyTheWindowThatRepeatsTheOneBeforeIsFlagged() {
    int[] ids = IntStream.range(0, 192).map(i -> i < 64 ? i : i < 128 ? i - 64 : i).toArray();
    assertThat(rate(ids)).isEqualTo(Rate.of(1, 3));
  }

  @Test
  void lastWindowCountsFromAQuarterOn() {
    assertThat(rate(new int[15])).isEqualTo(Rate.of(0, 0));
    assertThat(rate(new int[16])).isEqualTo(Rate.of(1, 1));
    assertThat(rate(IntStream.range(0, 79).toArray()).total()).isEqualTo(1);
    assertThat(rate(IntStream.range(0, 80).toArray()).total()).isEqualTo(2);
  }

  /** 6 tokens 1 2 3 1 2 3: trigrams 123 231 312 123, one of four repeats. */
  @Test
  void analyticRepeatRatio() {
    assertThat(window(new int[] {1, 2, 3, 1, 2, 3}).repeatRatio()).isEqualTo(0.25);
    assertThat(window(new int[] {1, 2}).repeatRatio()).isZero();
  }

  @Test
  void bleuOfEqualAndOfDisjointWindows() {
    int[] window = IntStream.range(0, 20).toArray();
    assertThat(bleu(window, window)).isCloseTo(1, within(1e-12));
    assertThat(bleu(window, IntStream.range(50, 70).toArray())).isZero();
    assertThat(bleu(window, new int[0])).isZero();
  }

  /** 10 of a 20-token reference: n-gram precision 1, brevity penalty exp(1 - 2). */
  @Test
  void shortWindowPaysTheBrevityPenalty() {
    int[] reference = IntStream.range(0, 20).toArray();
    int[] window = IntStream.range(0, 10).toArray();
    assertThat(bleu(window, reference)).isCloseTo(Math.exp(-1), within(1e-12));
  }

  @Test
  void periodHasAutocorrelationOneAndChanceHasNone() {
    int[] period = IntStream.range(0, 64).map(i -> i % 5).toArray();
    assertThat(window(period).strongestPeriod()).isCloseTo(1, within(1e-12));
    int[] random = new Random(17).ints(4096, 0, 4).toArray();
    assertThat(window(random).strongestPeriod()).isBetween(-0.1, 0.1);
  }

  /** False alarms on shuffled windows of 32 kinds of token: none in 2,000 (below 0.2% at 95%). */
  @Test
  void randomWindowsAreNotFlagged() {
    int[] random = new Random(23).ints(128_000, 0, 32).toArray();
    assertThat(rate(random)).isEqualTo(Rate.of(0, 2000));
  }

  /** Hidden states that turn in a circle of 8: r is 1 at lag 8; the ids never repeat. */
  @Test
  void periodOfHiddenStatesIsFoundWhereIdsHaveNone() {
    LoopWindow circle = new LoopWindow();
    for (int i = 0; i < 64; i++) {
      double angle = 2 * Math.PI * i / 8;
      circle.add(hidden(i, new float[] {(float) Math.cos(angle), (float) Math.sin(angle), 3}));
    }
    assertThat(circle.strongestPeriod()).isCloseTo(1, within(1e-6));
    assertThat(circle.loops(ChiSettings.DEFAULT)).isTrue();
  }

  /** Shuffled null: 2,000 windows of 64 random states of width 16; none reaches .6 (below 0.2%). */
  @Test
  void shuffledHiddenStatesHaveNoPeriod() {
    Random random = new Random(17);
    double sum = 0;
    for (int w = 0; w < 2000; w++) {
      LoopWindow window = new LoopWindow();
      for (int i = 0; i < 64; i++) {
        float[] state = new float[16];
        for (int d = 0; d < 16; d++) {
          state[d] = (float) random.nextGaussian() + 5;
        }
        window.add(hidden(w * 64 + i, state));
      }
      assertThat(window.strongestPeriod()).isLessThan(.6);
      sum += window.strongestPeriod();
    }
    assertThat(sum / 2000).isBetween(0.0, 0.15);
  }

  @Test
  void equalHiddenStatesLoop() {
    LoopWindow window = new LoopWindow();
    IntStream.range(0, 32).forEach(i -> window.add(hidden(i, new float[] {1, 2})));
    assertThat(window.strongestPeriod()).isEqualTo(1);
  }

  @Test
  void statesOfUnequalLengthFallBackToIds() {
    LoopWindow window = new LoopWindow();
    IntStream.range(0, 32).forEach(i -> window.add(hidden(i, new float[1 + i % 2])));
    assertThat(window.strongestPeriod()).isZero();
  }

  private static Signal hidden(int id, float[] state) {
    return new Signal(id, Optional.empty(), .5, Optional.empty(), Optional.of(state));
  }

  /** The measures counted token by token against the same counted over the whole window. */
  @Property(seed = "17", tries = 500)
  void agreesWithTheDefinition(
      @ForAll @Size(min = 1, max = 70) List<@IntRange(max = 6) Integer> ids,
      @ForAll @Size(max = 70) List<@IntRange(max = 6) Integer> before) {
    int[] window = ids.stream().mapToInt(Integer::intValue).toArray();
    int[] reference = before.stream().mapToInt(Integer::intValue).toArray();
    assertThat(window(window).repeatRatio())
        .isCloseTo(LoopReference.repeatRatio(window), within(1e-12));
    assertThat(bleu(window, reference))
        .isCloseTo(LoopReference.bleu(window, reference), within(1e-12));
    assertThat(window(window).strongestPeriod())
        .isCloseTo(LoopReference.autocorrelation(window), within(1e-12));
  }
}
