package glassbox.critics.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogisticModelTest {

  private static final LogisticModel MODEL =
      new LogisticModel(
          "hallucination",
          "1",
          -1,
          0.5,
          new Calibration(2, 0.5),
          List.of(
              new SignalWeight("entropy_mean", 0.5, 0.25, 2),
              new SignalWeight("coverage_words", 0.8, 0.2, -1.5)));

  @Test
  void addsUpToItsLogit() {
    Scored scored = MODEL.score(Map.of("entropy_mean", 1.0, "coverage_words", 0.4));
    double logit = Math.log(scored.score() / (1 - scored.score()));
    double parts = scored.contributions().stream().mapToDouble(Contribution::contribution).sum();
    assertThat(logit).isCloseTo(MODEL.intercept() + parts, within(1e-9));
    assertThat(parts).isCloseTo(2 * 2 + 1.5 * 2, within(1e-12));
    assertThat(scored.flagged()).isTrue();
    assertThat(MODEL.flaggingFrom(0.9999).score(Map.of()).flagged()).isFalse();
  }

  @Test
  void itsProbabilityIsCalibrated() {
    Scored scored = MODEL.score(Map.of("entropy_mean", 0.5, "coverage_words", 0.8));
    assertThat(scored.score()).isCloseTo(1 / (1 + Math.exp(1)), within(1e-12));
    assertThat(scored.probability()).isCloseTo(1 / (1 + Math.exp(1.5)), within(1e-12));
    assertThat(MODEL.calibration().probability(MODEL.calibration().even()))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void leavesOutWhatWasNotMeasuredAndSaysSo() {
    Scored scored = MODEL.score(Map.of("entropy_mean", 0.5, "unknown", 7.0));
    assertThat(scored.contributions())
        .containsExactly(
            new Contribution("entropy_mean", 0.5, 0, 2, 0),
            new Contribution("coverage_words", null, 0, -1.5, 0));
    assertThat(scored.score()).isCloseTo(1 / (1 + Math.exp(1)), within(1e-12));
    assertThat(scored.flagged()).isFalse();
  }

  @Test
  void takesNoNumberThatIsNone() {
    Scored scored = MODEL.score(Map.of("entropy_mean", Double.NaN));
    assertThat(scored.contributions().getFirst().raw()).isNull();
  }

  @Test
  void refusesWhatCannotBeAModel() {
    assertThatThrownBy(() -> new SignalWeight("x", 0, 0, 1)).hasMessageContaining("deviation");
    assertThatThrownBy(() -> model(1, List.of())).hasMessageContaining("threshold");
    SignalWeight twice = new SignalWeight("x", 0, 1, 1);
    assertThatThrownBy(() -> model(0.5, List.of(twice, twice))).hasMessageContaining("twice");
  }

  @Test
  void refusesACalibrationThatTurnsTheOrder() {
    assertThatThrownBy(() -> new Calibration(-1, 0)).hasMessageContaining("slope");
    assertThatThrownBy(() -> new Calibration(1, Double.NaN)).hasMessageContaining("offset");
  }

  private static LogisticModel model(double threshold, List<SignalWeight> signals) {
    return new LogisticModel("m", "1", 0, threshold, Calibration.NONE, signals);
  }
}
