package glassbox.explain.score;

import java.util.BitSet;
import java.util.List;

/**
 * The score of a fixed answer, in nats, as a function of the input units that are kept.
 *
 * <p>Units are numbered {@code 0 <= i < units()} in text order. A set bit keeps its unit; a clear
 * bit leaves it out, in whatever way the implementation documents (dropped or replaced). Scores
 * must be finite and deterministic. Implementations need not be safe for use by several threads.
 */
public interface ScoreFunction {

  /** Number of input units, at least 1. */
  int units();

  /**
   * Score with only these units kept. Must not change {@code kept}.
   *
   * @throws IndexOutOfBoundsException if a bit at or above {@link #units()} is set
   */
  double score(BitSet kept);

  /**
   * Scores of several masks, in their order. The default scores one by one; override it where masks
   * share work (a common prefix, a batch).
   */
  default double[] scores(List<BitSet> masks) {
    return masks.stream().mapToDouble(this::score).toArray();
  }

  /** Upper bound on the tokens that one score takes, for estimates. */
  long tokensPerScore();

  /** Everything spent since this function was made. */
  Cost spent();
}
