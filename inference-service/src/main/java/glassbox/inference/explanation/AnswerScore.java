package glassbox.inference.explanation;

import glassbox.engine.federation.AnswerScorer;
import glassbox.explain.score.Cost;
import glassbox.explain.score.CostMeter;
import glassbox.explain.score.ScoreFunction;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The joint log-probability of a fixed answer as a function of the units of the prompt that are
 * kept. The tokens of a unit that is not kept are dropped: the others close ranks. Masks that begin
 * alike share the forwards of that beginning. Counts a computed token once per specialist.
 */
final class AnswerScore implements ScoreFunction {
  private final AnswerScorer scorer;
  private final int[] prompt;
  private final Units units;
  private final int[] answer;
  private final CostMeter meter = new CostMeter();

  /**
   * A score function.
   *
   * @param prompt token ids of the whole prompt
   * @param units which of them belong together and may be dropped
   * @param answer token ids of the answer, at least one
   */
  AnswerScore(AnswerScorer scorer, int[] prompt, Units units, int[] answer) {
    this.scorer = scorer;
    this.prompt = prompt;
    this.units = units;
    this.answer = answer;
  }

  @Override
  public int units() {
    return units.count();
  }

  @Override
  public double score(BitSet kept) {
    return scores(List.of(kept))[0];
  }

  @Override
  public double[] scores(List<BitSet> masks) {
    long before = scorer.tokens();
    double[] scores = scorer.score(masks.stream().map(this::masked).toList(), answer);
    meter.add(masks.size(), scorer.specialists() * (scorer.tokens() - before));
    return scores;
  }

  @Override
  public long tokensPerScore() {
    return (long) scorer.specialists() * (prompt.length + answer.length - 1);
  }

  @Override
  public Cost spent() {
    return meter.total();
  }

  private int[] masked(BitSet kept) {
    if (kept.length() > units.count()) {
      throw new IndexOutOfBoundsException("no unit " + (kept.length() - 1));
    }
    return IntStream.range(0, prompt.length)
        .filter(position -> units.of(position) < 0 || kept.get(units.of(position)))
        .map(position -> prompt[position])
        .toArray();
  }
}
