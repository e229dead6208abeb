package glassbox.explain.occlusion;

import glassbox.explain.score.Cost;
import glassbox.explain.score.ScoreFunction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Leaves each unit out once: {@code importance_i = score(all) - score(all but i)}.
 *
 * <p>Takes {@code units + 1} scores, in one batch. Deterministic: there is no seed.
 */
public final class Occlusion {

  private Occlusion() {}

  /**
   * Importances of all units.
   *
   * @throws ArithmeticException if a score is not finite
   */
  public static Attribution explain(ScoreFunction function) {
    int units = function.units();
    double[] scores = function.scores(masks(units));
    double[] occluded = new double[units];
    for (int i = 0; i <= units; i++) {
      if (!Double.isFinite(scores[i])) {
        throw new ArithmeticException("score of mask " + i + " is " + scores[i]);
      }
      if (i > 0) {
        occluded[i - 1] = scores[i];
      }
    }
    return Attribution.of(scores[0], occluded);
  }

  /** Upper bound of what {@link #explain} spends. */
  public static Cost estimate(ScoreFunction function) {
    return estimate(function.units(), function.tokensPerScore());
  }

  /** The same bound for so many units at so many tokens a score. */
  public static Cost estimate(int units, long tokensPerScore) {
    int forwards = Math.addExact(units, 1);
    return new Cost(forwards, Math.multiplyExact(forwards, tokensPerScore));
  }

  private static List<BitSet> masks(int units) {
    List<BitSet> masks = new ArrayList<>(units + 1);
    for (int left = -1; left < units; left++) {
      BitSet kept = new BitSet(units);
      kept.set(0, units);
      if (left >= 0) {
        kept.clear(left);
      }
      masks.add(kept);
    }
    return masks;
  }
}
