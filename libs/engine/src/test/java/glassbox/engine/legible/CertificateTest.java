package glassbox.engine.legible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CertificateTest {

  @Test
  void isZeroForEqualOutputsAndOneForDisjointOnes() {
    float[] left = {0, 0, 100, -100};
    float[] right = {0, 0, -100, 100};
    double[] deltas = Certificate.of(left, right, 2).deltas();
    assertThat(deltas[0]).isZero();
    assertThat(deltas[1]).isCloseTo(1, within(1e-12));
  }

  @Test
  void isHalfTheDifferenceOfProbabilities() {
    float[] left = {(float) Math.log(0.7), (float) Math.log(0.2), (float) Math.log(0.1)};
    float[] right = {(float) Math.log(0.3), (float) Math.log(0.3), (float) Math.log(0.4)};
    Certificate certificate = Certificate.of(left, right, 3);
    assertThat(certificate.mean()).isCloseTo(0.4, within(1e-6));
    assertThat(certificate.agreement()).isZero();
  }

  @Test
  void staysWithinBoundsAndBoundsEveryEvent() {
    var random = new SplittableRandom(8);
    for (int round = 0; round < 200; round++) {
      float[] left = Initial.normal(5, random);
      float[] right = Initial.normal(5, random);
      for (int i = 0; i < 5; i++) {
        left[i] *= 20;
        right[i] *= 20;
      }
      double delta = Certificate.of(left, right, 5).mean();
      assertThat(delta).isBetween(0.0, 1.0);
      assertThat(delta).isGreaterThanOrEqualTo(Math.abs(first(left) - first(right)) - 1e-9);
      assertThat(Certificate.of(right, left, 5).mean()).isCloseTo(delta, within(1e-12));
    }
  }

  private static double first(float[] logits) {
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - logits[0]);
    }
    return 1 / sum;
  }

  @Test
  void ninetyFifthPercentileIsReachedByOneInTwenty() {
    var left = new float[40];
    var right = new float[40];
    right[0] = 50;
    Certificate certificate = Certificate.of(left, right, 2);
    assertThat(certificate.max()).isCloseTo(0.5, within(1e-6));
    assertThat(certificate.p95()).isZero();
  }

  @Test
  void refusesLogitsThatDoNotFit() {
    assertThatThrownBy(() -> Certificate.of(new float[4], new float[6], 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Certificate.of(new float[5], new float[5], 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
