package glassbox.explain;

import glassbox.explain.score.Cost;
import glassbox.explain.score.CostMeter;
import glassbox.explain.score.ScoreFunction;
import java.util.BitSet;
import java.util.function.ToDoubleFunction;

/** A score function from a formula over the kept units; each score costs 10 tokens. */
public final class CountedGame implements ScoreFunction {
  private final int units;
  private final ToDoubleFunction<BitSet> value;
  private final CostMeter meter = new CostMeter();

  public CountedGame(int units, ToDoubleFunction<BitSet> value) {
    this.units = units;
    this.value = value;
  }

  /** An additive game: {@code offset + sum of the weights kept}. */
  public static CountedGame additive(double offset, double... weights) {
    return new CountedGame(
        weights.length, kept -> offset + kept.stream().mapToDouble(i -> weights[i]).sum());
  }

  @Override
  public int units() {
    return units;
  }

  @Override
  public double score(BitSet kept) {
    meter.add(1, 10);
    return value.applyAsDouble(kept);
  }

  @Override
  public long tokensPerScore() {
    return 10;
  }

  @Override
  public Cost spent() {
    return meter.total();
  }
}
