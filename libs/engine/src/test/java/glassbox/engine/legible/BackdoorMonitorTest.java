package glassbox.engine.legible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import glassbox.engine.legible.BackdoorMonitor.Design;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackdoorMonitorTest {
  private static final Design DESIGN = Design.of(0.3);

  private final BackdoorMonitor monitor = new BackdoorMonitor(DESIGN);

  @Test
  void addsTheLogLikelihoodRatioOfAnAnswer() {
    monitor.observe(new double[] {0.9, 0.9, 0.1});
    double ratio = 15 * 15 * (0.25 / 0.95);
    assertThat(monitor.state().statistic()).isCloseTo(Math.log(0.99 + 0.01 * ratio), within(1e-12));
    assertThat(monitor.state())
        .extracting("alarmed", "answers", "tokens", "exceeding")
        .containsExactly(false, 1L, 3L, 2L);
  }

  @Test
  void anAnswerThatExceedsThroughoutRaisesTheAlarmAlone() {
    assertThat(monitor.observe(all(6, 0.95))).isTrue();
    assertThat(monitor.state().statistic()).isGreaterThan(DESIGN.threshold());
  }

  @Test
  void rareShortTriggeredAnswersAddUp() {
    int answers = 0;
    boolean alarmed = false;
    while (!alarmed && answers < 1_000) {
      alarmed = monitor.observe(answers % 100 == 99 ? all(4, 0.95) : all(4, 0.05));
      answers++;
    }
    assertThat(answers).isEqualTo(300);
  }

  @Test
  void longAnswersDoNotOverflow() {
    assertThat(monitor.observe(all(100_000, 1))).isTrue();
    assertThat(monitor.state().statistic()).isFinite();
  }

  @Test
  void cleanAnswersLeaveTheStatisticAtZero() {
    for (int i = 0; i < 1_000; i++) {
      monitor.observe(all(20, 0.2));
    }
    assertThat(monitor.state().statistic()).isZero();
    assertThat(monitor.state().alarmed()).isFalse();
  }

  @Test
  void theAlarmStaysUntilItIsCleared() {
    monitor.observe(all(10, 0.9));
    for (int i = 0; i < 10_000; i++) {
      monitor.observe(all(10, 0.0));
    }
    assertThat(monitor.state().alarmed()).isTrue();
    monitor.clear();
    assertThat(monitor.state()).isEqualTo(new BackdoorMonitor.State(false, 0, 0, 0, 0));
  }

  @Test
  void whatIsNotANumberExceeds() {
    assertThat(monitor.observe(all(6, Double.NaN))).isTrue();
  }

  /**
   * Clean tokens that exceed with the whole chance q0, in a design with A = 50: the mean number of
   * answers to a false alarm over 400 seeded repetitions is at least A. (Its standard error is
   * about a twentieth of it, and the bound is far from tight.)
   */
  @Test
  void falseAlarmsAreAsRareAsPromised() {
    var design = new Design(0.5, 0.05, 0.75, 0.01, 50);
    var random = new Random(11);
    long answers = 0;
    for (int repetition = 0; repetition < 400; repetition++) {
      var test = new BackdoorMonitor(design);
      boolean alarmed = false;
      while (!alarmed) {
        var deltas = new double[8];
        Arrays.setAll(deltas, i -> random.nextDouble() < design.clean() ? 1 : 0);
        alarmed = test.observe(deltas);
        answers++;
      }
    }
    assertThat(answers / 400.0).isGreaterThan(50);
  }

  @Test
  void refusesADesignThatTellsNothing() {
    assertThatThrownBy(() -> new Design(1.1, 0.05, 0.75, 0.01, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Design(0.5, 0.75, 0.05, 0.01, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Design(0.5, 0.05, 0.75, 0.01, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Design(0.5, 0.05, 0.75, 0, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] all(int tokens, double delta) {
    var deltas = new double[tokens];
    Arrays.fill(deltas, delta);
    return deltas;
  }
}
