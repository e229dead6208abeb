package glassbox.lab.legible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DetectionTest {

  @Test
  void isPerfectWhenEveryPositiveScoresHigher() {
    Detection detection =
        Detection.of(new double[] {3, 1, 2, 0}, new boolean[] {true, false, true, false});
    assertThat(detection.auc()).isEqualTo(1);
    assertThat(detection.truePositiveRate()).isEqualTo(1);
  }

  @Test
  void isHalfWhenScoresSayNothing() {
    Detection detection = Detection.of(new double[4], new boolean[] {true, false, true, false});
    assertThat(detection.auc()).isEqualTo(0.5);
    assertThat(detection.truePositiveRate()).isZero();
  }

  @Test
  void equalsTheShareOfOrderedPairs() {
    var random = new SplittableRandom(2);
    var scores = new double[60];
    var positive = new boolean[60];
    for (int i = 0; i < 60; i++) {
      positive[i] = i % 3 == 0;
      scores[i] = random.nextInt(8) + (positive[i] ? 2 : 0);
    }
    double ordered = 0;
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < 60; j++) {
        if (positive[i] && !positive[j]) {
          ordered += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    assertThat(Detection.of(scores, positive).auc()).isCloseTo(ordered / (20 * 40), within(1e-12));
  }

  @Test
  void refusesOneKindAlone() {
    assertThatThrownBy(() -> Detection.of(new double[2], new boolean[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
