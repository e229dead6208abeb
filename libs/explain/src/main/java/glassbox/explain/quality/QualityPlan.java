package glassbox.explain.quality;

import glassbox.explain.score.Cost;
import glassbox.explain.score.ScoreFunction;

/**
 * How closely quality is measured.
 *
 * @param steps most points of a curve after the first, at least 1; curves over fewer units are
 *     exact
 * @param randomOrders random orders averaged for the control, at least 1
 * @param seed of the control's orders
 */
public record QualityPlan(int steps, int randomOrders, long seed) {

  /** Sixteen points a curve, two random orders. */
  public static final QualityPlan DEFAULT = new QualityPlan(16, 2, 17);

  public QualityPlan {
    if (steps < 1 || randomOrders < 1) {
      throw new IllegalArgumentException("steps and randomOrders are at least 1");
    }
  }

  /** Upper bound of what {@link ExplanationQuality#measure} spends. */
  public Cost estimate(ScoreFunction function) {
    return estimate(function.units(), function.tokensPerScore());
  }

  /** The same bound for so many units at so many tokens a score. */
  public Cost estimate(int units, long tokensPerScore) {
    int points = Math.min(steps, units);
    int forwards = Math.addExact(4, Math.multiplyExact(points, 2 + randomOrders));
    return new Cost(forwards, Math.multiplyExact(forwards, tokensPerScore));
  }
}
