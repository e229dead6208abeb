package glassbox.explain.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import glassbox.explain.CountedGame;
import glassbox.explain.score.Cost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OcclusionTest {

  @Test
  void additiveScoreGivesItsWeights() {
    Attribution attribution = Occlusion.explain(CountedGame.additive(-7, 1, -2, 0, 4));
    assertThat(attribution.baseScore()).isEqualTo(-4);
    assertThat(attribution.importances()).containsExactly(1.0, -2.0, 0.0, 4.0);
    assertThat(attribution.ranking()).containsExactly(3, 0, 2, 1);
  }

  @Test
  void plantedCauseRanksFirst() {
    for (int planted = 0; planted < 30; planted++) {
      int cause = planted;
      double[] noise = new Random(planted).doubles(30, -0.1, 0.1).toArray();
      CountedGame game =
          new CountedGame(
              30,
              kept -> (kept.get(cause) ? 0 : -3) + kept.stream().mapToDouble(i -> noise[i]).sum());
      assertThat(Occlusion.explain(game).ranking()).startsWith(cause);
    }
  }

  @Test
  void equalImportancesRankInTextOrder() {
    assertThat(Occlusion.explain(CountedGame.additive(0, 2, 2, 2)).ranking())
        .containsExactly(0, 1, 2);
  }

  @Test
  void unusedUnitHasNoImportance() {
    CountedGame game = new CountedGame(3, kept -> kept.get(0) && kept.get(1) ? 1 : 0);
    assertThat(Occlusion.explain(game).importances()).containsExactly(1.0, 1.0, 0.0);
  }

  @Test
  void takesOneScoreMoreThanUnits() {
    CountedGame game = CountedGame.additive(0, 1, 2, 3);
    assertThat(Occlusion.estimate(game)).isEqualTo(new Cost(4, 40));
    Occlusion.explain(game);
    assertThat(game.spent()).isEqualTo(new Cost(4, 40));
  }

  @Test
  void refusesScoresThatAreNotFinite() {
    assertThatThrownBy(() -> Occlusion.explain(new CountedGame(2, kept -> Double.NaN)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("NaN");
  }

  @Property(tries = 200, seed = "17")
  void importancesOfAnAdditiveScoreSumToOutputMinusBaseline(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = -9, max = 9) Double> weights) {
    double[] values = weights.stream().mapToDouble(Double::doubleValue).toArray();
    Attribution attribution = Occlusion.explain(CountedGame.additive(-3, values));
    double sum = attribution.importances().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(sum).isCloseTo(attribution.baseScore() + 3, within(1e-9));
  }

  @Property(tries = 200, seed = "17")
  void permutingUnitsPermutesImportances(
      @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = -9, max = 9) Double> weights,
      @ForAll long seed) {
    int n = weights.size();
    List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    CountedGame game = pairwise(weights, IntStream.range(0, n).boxed().toList());
    CountedGame permuted = pairwise(weights, order);
    List<Double> before = Occlusion.explain(game).importances();
    List<Double> after = Occlusion.explain(permuted).importances();
    for (int i = 0; i < n; i++) {
      assertThat(after.get(i)).isCloseTo(before.get(order.get(i)), within(1e-9));
    }
  }

  /** A game with an interaction; its unit i stands for the original unit {@code order.get(i)}. */
  private static CountedGame pairwise(List<Double> weights, List<Integer> order) {
    return new CountedGame(
        order.size(),
        kept -> {
          double sum = kept.stream().mapToDouble(i -> weights.get(order.get(i))).sum();
          boolean both = kept.get(order.indexOf(0)) && kept.get(order.indexOf(1));
          return both ? sum + 2.5 : sum;
        });
  }
}
