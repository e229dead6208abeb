package glassbox.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.lab.detection.Auroc.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  private static Point point(boolean flawed, double logit) {
    return new Point("c" + logit + flawed, flawed, logit, 1 / (1 + Math.exp(-logit)));
  }

  @Test
  void theAreaCountsPairsAndHalfOfTies() {
    List<Point> points = List.of(point(true, 2), point(true, 1), point(false, 1), point(false, 0));
    assertThat(Auroc.area(points)).isEqualTo(3.5 / 4);
    assertThat(Auroc.area(List.of(point(true, 1)))).isNaN();
  }

  @Test
  void theAreaIsThatOfItsCurve() {
    List<Point> points = random(500, 1, 7);
    List<double[]> curve = Auroc.curve(points);
    double area = 0;
    for (int i = 1; i < curve.size(); i++) {
      area += (curve.get(i)[0] - curve.get(i - 1)[0]) * (curve.get(i)[1] + curve.get(i - 1)[1]) / 2;
    }
    assertThat(area).isCloseTo(Auroc.area(points), within(1e-12));
    assertThat(curve.getLast()).containsExactly(1, 1);
  }

  @Test
  void chanceIsHalfAndItsIntervalHoldsIt() {
    Auroc chance = Auroc.of(random(2_000, 0, 3));
    assertThat(chance.low()).isLessThan(0.5);
    assertThat(chance.high()).isGreaterThan(0.5);
    assertThat(chance.high() - chance.low()).isLessThan(0.08);
  }

  @Test
  void runsOfOneClusterAreOneObservation() {
    List<Point> alone = random(200, 1, 5);
    var copied = new ArrayList<Point>();
    for (int copy = 0; copy < 10; copy++) {
      copied.addAll(alone);
    }
    Auroc few = Auroc.of(alone);
    Auroc many = Auroc.of(copied);
    assertThat(many.clusters()).isEqualTo(few.clusters());
    assertThat(many.high() - many.low()).isCloseTo(few.high() - few.low(), within(0.02));
  }

  @Test
  void probabilitiesThatHoldHaveNoError() {
    var points = new ArrayList<Point>();
    for (int i = 0; i < 100; i++) {
      points.add(new Point("" + i, i < 25, 0, 0.25));
      points.add(new Point("" + i, i < 95, 0, 0.95));
    }
    Reliability reliability = Reliability.of(points);
    assertThat(reliability.error()).isCloseTo(0, within(1e-12));
    assertThat(reliability.bins()).hasSize(10);
    assertThat(reliability.bins().get(2).runs()).isEqualTo(100);
    assertThat(reliability.bins().get(9).share()).isEqualTo(0.95);
  }

  @Test
  void probabilitiesThatBoastHaveAnError() {
    List<Point> points =
        IntStream.range(0, 100).mapToObj(i -> new Point("" + i, i < 50, 0, 1)).toList();
    assertThat(Reliability.of(points).error()).isCloseTo(0.5, within(1e-12));
    assertThat(Reliability.of(points).brier()).isCloseTo(0.5, within(1e-12));
  }

  private static List<Point> random(int n, double shift, long seed) {
    var random = new SplittableRandom(seed);
    return IntStream.range(0, n)
        .mapToObj(
            i -> {
              boolean flawed = random.nextBoolean();
              double logit = random.nextGaussian() + (flawed ? shift : 0);
              return new Point("c" + i, flawed, logit, 1 / (1 + Math.exp(-logit)));
            })
        .toList();
  }
}
