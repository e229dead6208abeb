package glassbox.critics.chi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiTest {

  private static Chi chi(List<Signal> signals) {
    return Chi.of(signals, Rate.of(1, 4), ChiSettings.DEFAULT).orElseThrow();
  }

  private static Signal signal(String text, double entropy) {
    return new Signal(text.hashCode() & 0xffff, Optional.of(text), entropy);
  }

  @Test
  void analyticValue() {
    Chi chi = chi(List.of(signal("a", .4), signal("b", .6)));
    assertThat(chi.collapse()).isEqualTo(.25);
    assertThat(chi.loop()).isZero();
    assertThat(chi.contradiction()).isEqualTo(.05);
    assertThat(chi.value()).isCloseTo(.3, within(1e-12));
    assertThat(chi.diffuse()).isFalse();
  }

  @Test
  void greedyAnswerIsHalfCollapsedWhateverElse() {
    List<Signal> greedy = IntStream.range(0, 40).mapToObj(i -> signal("w" + i, 0)).toList();
    assertThat(Chi.of(greedy, Rate.of(0, 3), ChiSettings.DEFAULT).orElseThrow().value())
        .isEqualTo(.5);
  }

  @Test
  void noSignalsMeansUnknown() {
    assertThat(Chi.of(List.of(), Rate.of(0, 1), ChiSettings.DEFAULT)).isEmpty();
  }

  @Test
  void punctuationAndMarksAreLeftOut() {
    List<Signal> signals =
        List.of(
            signal("[Plan]", 0),
            signal("yes", .9),
            signal(",", 0),
            signal(" ", 0),
            signal("<|end|>", 0),
            signal("...", 0),
            signal("7", .7));
    assertThat(chi(signals).meanNormalizedEntropy()).isCloseTo(.8, within(1e-12));
  }

  @Test
  void punctuationAloneIsJudgedByItself() {
    assertThat(chi(List.of(signal("...", .3), signal("!", .5))).meanNormalizedEntropy())
        .isCloseTo(.4, within(1e-12));
  }

  @Test
  void windowEndsBeforeTheAnswerMark() {
    List<Signal> draft = List.of(signal("a", .8), signal("[Answer]", 0), signal("b", 0));
    assertThat(chi(draft).meanNormalizedEntropy()).isEqualTo(.8);
    List<Signal> answerOnly = List.of(signal("[Answer]", 0), signal("b", .6));
    assertThat(chi(answerOnly).meanNormalizedEntropy()).isEqualTo(.6);
  }

  @Test
  void onlyTheFirstContentTokensCount() {
    List<Signal> signals =
        Stream.concat(
                IntStream.range(0, 128).mapToObj(i -> signal("w" + i, .5)),
                IntStream.range(0, 500).mapToObj(i -> signal("v" + i, 1)))
            .toList();
    assertThat(chi(signals).meanNormalizedEntropy()).isEqualTo(.5);
  }

  @Test
  void diffuseTextIsFlaggedThoughChiIsLow() {
    Chi chi = Chi.of(List.of(signal("a", .9)), Rate.of(0, 1), ChiSettings.DEFAULT).orElseThrow();
    assertThat(chi.diffuse()).isTrue();
    assertThat(chi.value()).isLessThan(.1);
  }

  @Property(seed = "17", tries = 300)
  void componentsAddUpWithinTheUnitInterval(
      @ForAll @Size(min = 1, max = 200) List<@DoubleRange(min = 0, max = 1) Double> entropies,
      @ForAll @IntRange(max = 9) int flags,
      @ForAll @IntRange(min = 1, max = 4) int kinds) {
    List<Signal> signals =
        IntStream.range(0, entropies.size())
            .mapToObj(i -> new Signal(i % kinds, Optional.empty(), entropies.get(i)))
            .toList();
    Chi chi = Chi.of(signals, Rate.of(flags, 9), ChiSettings.DEFAULT).orElseThrow();
    assertThat(chi.value()).isBetween(0.0, 1.0);
    assertThat(chi.collapse() + chi.loop() + chi.contradiction())
        .isCloseTo(chi.value(), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "1.1", "NaN"})
  void rejectsEntropiesOutOfRange(double entropy) {
    assertThatThrownBy(() -> new Signal(1, Optional.empty(), entropy))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void kindsDecideWhatTheWindowHolds() {
    List<Signal> signals =
        List.of(
            kind("[Compute]", 0, Signal.Kind.FORCED),
            kind("first", .9, Signal.Kind.FREE),
            kind("12", .5, Signal.Kind.DRAFT),
            kind("420", 0, Signal.Kind.FORCED),
            kind("plan", 0, Signal.Kind.OTHER),
            kind(",", 0, Signal.Kind.DRAFT));
    Chi chi = chi(signals);
    assertThat(chi.meanNormalizedEntropy()).isCloseTo(.7, within(1e-12));
    Chi.WithoutFree settled = chi.withoutFree().orElseThrow();
    assertThat(settled.meanNormalizedEntropy()).isEqualTo(.5);
    assertThat(settled.tokens()).isEqualTo(1);
    assertThat(settled.collapse()).isEqualTo(.25);
    assertThat(settled.value()).isCloseTo(.25 + chi.loop() + chi.contradiction(), within(1e-12));
  }

  /**
   * What a repair replaced was drafted, so entropy counts it; whether the text loops it does not.
   */
  @Test
  void replacedTokensCountForEntropyAlone() {
    List<Signal> standing = new java.util.ArrayList<>();
    List<Signal> both = new java.util.ArrayList<>();
    for (int i = 0; i < 64; i++) {
      both.add(kind("again", .8, Signal.Kind.REPLACED));
    }
    for (int i = 0; i < 64; i++) {
      standing.add(kind("word" + i, 0, Signal.Kind.OTHER));
    }
    both.addAll(standing);
    Chi chi = chi(both);
    assertThat(chi.meanNormalizedEntropy()).isCloseTo(.8, within(1e-12));
    assertThat(chi.loopRate()).isEqualTo(chi(standing).loopRate());
    assertThat(chi.loopRate().count()).isZero();
    Chi looping = chi(both.stream().map(s -> kind("again", .8, Signal.Kind.DRAFT)).toList());
    assertThat(looping.loopRate().count()).isEqualTo(2);
  }

  @Test
  void withoutMarkedTokensThereIsNoSecondChi() {
    assertThat(chi(List.of(signal("a", .4))).withoutFree()).isEmpty();
  }

  /** A typed marker is a token like any other where the caller says what each token is. */
  @Test
  void forgedMarkEndsNoWindow() {
    List<Signal> signals =
        List.of(
            kind("a", .2, Signal.Kind.DRAFT),
            kind("[Answer]", .4, Signal.Kind.DRAFT),
            kind("b", .6, Signal.Kind.DRAFT));
    assertThat(chi(signals).meanNormalizedEntropy()).isCloseTo(.4, within(1e-12));
  }

  @Property(seed = "17", tries = 200)
  void everyPrefixIsTheChiOfItsTokens(
      @ForAll @Size(min = 1, max = 150) List<@IntRange(max = 12) Integer> ids) {
    ChiMeter meter = new ChiMeter(ChiSettings.DEFAULT);
    List<Signal> soFar = new java.util.ArrayList<>();
    for (int id : ids) {
      Signal next = new Signal(id, Optional.empty(), id / 12.0);
      meter.add(next);
      soFar.add(next);
      assertThat(meter.value(Rate.of(1, 3)))
          .isEqualTo(Chi.of(soFar, Rate.of(1, 3), ChiSettings.DEFAULT));
    }
  }

  /** Twice the tokens, about twice the work: the fastest of three runs, with room for noise. */
  @Test
  void workATokenDoesNotGrow() {
    long small = fastest(20_000);
    long large = fastest(160_000);
    assertThat((double) large / small).as("8 times the tokens").isLessThan(30);
  }

  private static long fastest(int tokens) {
    long best = Long.MAX_VALUE;
    for (int run = 0; run < 3; run++) {
      long start = System.nanoTime();
      ChiMeter meter = new ChiMeter(ChiSettings.DEFAULT);
      for (int i = 0; i < tokens; i++) {
        meter.add(new Signal(i * 31 % 4099, Optional.empty(), .5));
      }
      assertThat(meter.value(Rate.of(0, 1))).isPresent();
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  @Test
  void movingAverageWeighsTheNewestByHalf() {
    assertThat(Ewma.DEFAULT.next(java.util.OptionalDouble.empty(), .4)).isEqualTo(.4);
    assertThat(Ewma.DEFAULT.next(java.util.OptionalDouble.of(.4), .2)).isCloseTo(.3, within(1e-12));
    assertThatThrownBy(() -> new Ewma(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Signal kind(String text, double entropy, Signal.Kind kind) {
    return new Signal(
        text.hashCode() & 0xffff, Optional.of(text), entropy, Optional.of(kind), Optional.empty());
  }
}
