package glassbox.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import glassbox.explain.quality.QualityPlan;
import glassbox.explain.score.BudgetExceededException;
import glassbox.explain.score.Cost;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ExplainerTest {

  @Test
  void reportsWhatItSpentWithinTheEstimate() {
    CountedGame game = CountedGame.additive(-1, 3, 0, 1, 0, 0, 2);
    game.score(new BitSet());
    Cost before = game.spent();
    Explained explained = Explainer.occlude(game, QualityPlan.DEFAULT, 100_000);
    assertThat(explained.cost()).isEqualTo(game.spent().since(before));
    assertThat(explained.cost().tokens())
        .isLessThanOrEqualTo(Explainer.estimate(game, QualityPlan.DEFAULT).tokens());
    assertThat(explained.attribution().ranking()).startsWith(0, 5, 2);
  }

  @Test
  void overBudgetSpendsNothingAndSaysTheEstimate() {
    CountedGame game = CountedGame.additive(0, 1, 2, 3);
    Cost estimate = Explainer.estimate(game, QualityPlan.DEFAULT);
    BudgetExceededException refused =
        catchThrowableOfType(
            BudgetExceededException.class,
            () -> Explainer.occlude(game, QualityPlan.DEFAULT, estimate.tokens() - 1));
    assertThat(refused.estimate()).isEqualTo(estimate);
    assertThat(refused.budget()).isEqualTo(estimate.tokens() - 1);
    assertThat(game.spent()).isEqualTo(Cost.NONE);
  }

  @Test
  void exactlyTheBudgetIsEnough() {
    CountedGame game = CountedGame.additive(0, 1, 2, 3);
    Cost estimate = Explainer.estimate(game, QualityPlan.DEFAULT);
    assertThat(Explainer.occlude(game, QualityPlan.DEFAULT, estimate.tokens()).cost().forwards())
        .isPositive();
  }
}
