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
}
