package glassbox.explain;

import glassbox.explain.occlusion.Attribution;
import glassbox.explain.occlusion.Occlusion;
import glassbox.explain.quality.ExplanationQuality;
import glassbox.explain.quality.QualityPlan;
import glassbox.explain.score.BudgetExceededException;
import glassbox.explain.score.Cost;
import glassbox.explain.score.ScoreFunction;

/** Explains by occlusion and measures the explanation, within a budget of tokens. */
public final class Explainer {

  private Explainer() {}

  /** Upper bound of what {@link #occlude} spends. */
  public static Cost estimate(ScoreFunction function, QualityPlan plan) {
    return estimate(function.units(), function.tokensPerScore(), plan);
  }

  /** The same bound where there is no function yet. */
  public static Cost estimate(int units, long tokensPerScore, QualityPlan plan) {
    return Occlusion.estimate(units, tokensPerScore).plus(plan.estimate(units, tokensPerScore));
  }

  /**
   * Occludes each unit once, then measures the ranking.
   *
   * @param budget most tokens to spend
   * @throws BudgetExceededException if the estimate is over the budget; nothing was spent
   * @throws ArithmeticException if a score is not finite
   */
  public static Explained occlude(ScoreFunction function, QualityPlan plan, long budget) {
    Cost estimate = estimate(function, plan);
    if (estimate.tokens() > budget) {
      throw new BudgetExceededException(estimate, budget);
    }
    Cost before = function.spent();
    Attribution attribution = Occlusion.explain(function);
    ExplanationQuality quality = ExplanationQuality.measure(function, attribution.ranking(), plan);
    return new Explained(attribution, quality, function.spent().since(before));
  }
}
