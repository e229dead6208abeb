package glassbox.explain.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import glassbox.explain.CountedGame;
import glassbox.explain.occlusion.Occlusion;
import glassbox.explain.score.Cost;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplanationQualityTest {
  private static final QualityPlan EXACT = new QualityPlan(100, 1, 17);

  /**
   * Additive weights 4,3,2,1,0 in rank order: losses 0,4,7,9,10,10; trapezoids (2+5.5+8+9.5+10)/5 =
   * 7; insertion is the same curve; top fifth = one unit, so 4 is lost without it and 6 with it
   * only.
   */
  @Test
  void analyticCurvesOfAnAdditiveScore() {
    CountedGame game = CountedGame.additive(-5, 0, 1, 2, 3, 4);
    ExplanationQuality quality = ExplanationQuality.measure(game, List.of(4, 3, 2, 1, 0), EXACT);
    assertThat(quality.deletionAuc()).isCloseTo(7, within(1e-12));
    assertThat(quality.insertionAuc()).isCloseTo(7, within(1e-12));
    assertThat(quality.comprehensiveness()).isCloseTo(4, within(1e-12));
    assertThat(quality.sufficiency()).isCloseTo(6, within(1e-12));
  }

  /** One unit carries the whole score of 1: curves are 1 from the first step on. */
  @Test
  void singleCauseFoundFirstAndLast() {
    CountedGame game = new CountedGame(10, kept -> kept.get(7) ? 1 : 0);
    List<Integer> best = List.of(7, 0, 1, 2, 3, 4, 5, 6, 8, 9);
    List<Integer> worst = List.of(0, 1, 2, 3, 4, 5, 6, 8, 9, 7);
    assertThat(ExplanationQuality.measure(game, best, EXACT).deletionAuc())
        .isCloseTo(0.95, within(1e-12));
    ExplanationQuality bad = ExplanationQuality.measure(game, worst, EXACT);
    assertThat(bad.deletionAuc()).isCloseTo(0.05, within(1e-12));
    assertThat(bad.comprehensiveness()).isZero();
    assertThat(bad.sufficiency()).isEqualTo(1);
  }

  /** In an additive game a random order loses linearly on average: half the total. */
  @Test
  void randomOrdersLoseHalfOnAverage() {
    double[] weights = new Random(5).doubles(20, 0, 1).toArray();
    CountedGame game = CountedGame.additive(0, weights);
    double total = IntStream.range(0, 20).mapToDouble(i -> weights[i]).sum();
    List<Integer> ranking = Occlusion.explain(game).ranking();
    ExplanationQuality quality =
        ExplanationQuality.measure(game, ranking, new QualityPlan(20, 400, 17));
    // Standard error below 0.4% of the total over 400 orders; six of them never fail by chance.
    assertThat(quality.randomDeletionAuc()).isCloseTo(total / 2, within(total * 0.024));
    assertThat(quality.deletionAuc()).isGreaterThan(quality.randomDeletionAuc());
  }

  @Test
  void sameSeedSameControl() {
    CountedGame game = CountedGame.additive(0, 5, 1, 1, 1, 1, 1, 1, 1);
    List<Integer> ranking = Occlusion.explain(game).ranking();
    QualityPlan plan = new QualityPlan(8, 1, 23);
    assertThat(ExplanationQuality.measure(game, ranking, plan))
        .isEqualTo(ExplanationQuality.measure(game, ranking, plan));
  }

  @Test
  void aLinearCurveIsExactOnACoarseGrid() {
    double[] ones = IntStream.range(0, 1000).mapToDouble(i -> 1).toArray();
    CountedGame game = CountedGame.additive(0, ones);
    List<Integer> ranking = Occlusion.explain(game).ranking();
    assertThat(ExplanationQuality.measure(game, ranking, new QualityPlan(7, 1, 1)).deletionAuc())
        .isCloseTo(500, within(1e-9));
  }

  @Test
  void spendsNoMoreThanEstimated() {
    for (int units : new int[] {1, 2, 5, 16, 17, 100}) {
      CountedGame game = CountedGame.additive(0, new double[units]);
      Cost estimate = QualityPlan.DEFAULT.estimate(game);
      List<Integer> ranking = IntStream.range(0, units).boxed().toList();
      ExplanationQuality.measure(game, ranking, QualityPlan.DEFAULT);
      assertThat(game.spent().tokens()).isPositive().isLessThanOrEqualTo(estimate.tokens());
    }
  }

  @Test
  void rejectsRankingsThatAreNoPermutation() {
    CountedGame game = CountedGame.additive(0, 1, 2);
    for (List<Integer> ranking :
        List.of(List.of(0), List.of(0, 0), List.of(0, 2), List.of(-1, 0))) {
      assertThatThrownBy(() -> ExplanationQuality.measure(game, ranking, EXACT))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void rejectsPlansWithoutSteps() {
    assertThatThrownBy(() -> new QualityPlan(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new QualityPlan(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
