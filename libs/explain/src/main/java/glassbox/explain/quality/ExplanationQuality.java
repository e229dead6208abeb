package glassbox.explain.quality;

import glassbox.explain.score.ScoreFunction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How good a ranking of units is, by the score it explains. All in nats.
 *
 * <p>Curves are over the fraction of units, 0 to 1, integrated by the trapezoid rule. The top fifth
 * is the {@code ceil(units / 5)} highest ranked units.
 *
 * @param deletionAuc area under {@code score(all) - score(all but the top k)}: more is better
 * @param insertionAuc area under {@code score(the top k) - score(none)}: more is better
 * @param comprehensiveness {@code score(all) - score(all but the top fifth)}: more is better
 * @param sufficiency {@code score(all) - score(only the top fifth)}: less is better
 * @param randomDeletionAuc mean deletionAuc of seeded random orders: the control
 */
public record ExplanationQuality(
    double deletionAuc,
    double insertionAuc,
    double comprehensiveness,
    double sufficiency,
    double randomDeletionAuc) {

  /**
   * Measures a ranking. All masks go to the function in one batch, each distinct mask once.
   *
   * @param ranking every unit once, most important first
   * @throws IllegalArgumentException if the ranking is not a permutation of the units
   * @throws ArithmeticException if a score is not finite
   */
  public static ExplanationQuality measure(
      ScoreFunction function, List<Integer> ranking, QualityPlan plan) {
    int units = function.units();
    requirePermutation(ranking, units);
    int[] grid = grid(units, plan.steps());
    int fifth = (units + 4) / 5;
    List<List<Integer>> controls = controls(units, plan);
    Scores scores = new Scores();
    request(scores, ranking, grid, fifth, controls);
    scores.compute(function);
    double all = scores.of(without(ranking, 0));
    return new ExplanationQuality(
        deletion(scores, ranking, grid),
        insertion(scores, ranking, grid),
        all - scores.of(without(ranking, fifth)),
        all - scores.of(only(ranking, fifth)),
        controls.stream().mapToDouble(c -> deletion(scores, c, grid)).average().orElseThrow());
  }

  private static void request(
      Scores scores, List<Integer> ranking, int[] grid, int fifth, List<List<Integer>> controls) {
    scores.need(without(ranking, fifth));
    scores.need(only(ranking, fifth));
    for (int k : grid) {
      scores.need(without(ranking, k));
      scores.need(only(ranking, k));
      controls.forEach(control -> scores.need(without(control, k)));
    }
  }

  private static double deletion(Scores scores, List<Integer> order, int[] grid) {
    double all = scores.of(without(order, 0));
    return area(grid, order.size(), k -> all - scores.of(without(order, k)));
  }

  private static double insertion(Scores scores, List<Integer> order, int[] grid) {
    double none = scores.of(only(order, 0));
    return area(grid, order.size(), k -> scores.of(only(order, k)) - none);
  }

  private static double area(int[] grid, int units, IntToDoubleFunction height) {
    double area = 0;
    for (int j = 1; j < grid.length; j++) {
      double width = (double) (grid[j] - grid[j - 1]) / units;
      area += width * (height.applyAsDouble(grid[j - 1]) + height.applyAsDouble(grid[j])) / 2;
    }
    return area;
  }

  /** Numbers of units at which a curve is read: 0, about evenly spaced points, all. */
  private static int[] grid(int units, int steps) {
    int points = Math.min(units, steps);
    return IntStream.rangeClosed(0, points)
        .map(j -> (int) Math.round((double) j * units / points))
        .toArray();
  }

  private static List<List<Integer>> controls(int units, QualityPlan plan) {
    Random random = new Random(plan.seed());
    List<List<Integer>> orders = new ArrayList<>();
    for (int i = 0; i < plan.randomOrders(); i++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, units).boxed().toList());
      Collections.shuffle(order, random);
      orders.add(order);
    }
    return orders;
  }

  private static BitSet only(List<Integer> order, int k) {
    BitSet kept = new BitSet(order.size());
    order.subList(0, k).forEach(kept::set);
    return kept;
  }

  private static BitSet without(List<Integer> order, int k) {
    BitSet kept = only(order, k);
    kept.flip(0, order.size());
    return kept;
  }

  private static void requirePermutation(List<Integer> ranking, int units) {
    BitSet seen = new BitSet();
    for (int unit : ranking) {
      if (unit < 0 || unit >= units) {
        throw new IllegalArgumentException("ranking has unit " + unit + " of " + units);
      }
      seen.set(unit);
    }
    if (ranking.size() != units || seen.cardinality() != units) {
      throw new IllegalArgumentException("ranking is no permutation of " + units + " units");
    }
  }
}
