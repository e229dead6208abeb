package glassbox.explain.score;

/** Running total for implementations of {@link ScoreFunction}. Not safe for several threads. */
public final class CostMeter {
  private Cost total = Cost.NONE;

  /** Adds what was just spent. */
  public void add(int forwards, long tokens) {
    total = total.plus(new Cost(forwards, tokens));
  }

  /** Everything added so far. */
  public Cost total() {
    return total;
  }
}
