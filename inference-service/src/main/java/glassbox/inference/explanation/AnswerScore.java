package glassbox.inference.explanation;

import glassbox.engine.federation.AnswerScorer;
import glassbox.explain.score.Cost;
import glassbox.explain.score.CostMeter;
import glassbox.explain.score.ScoreFunction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The joint log-probability of a fixed answer as a function of the units of the prompt that are
 * kept. The tokens of a unit that is not kept are dropped: the others close ranks. Masks that leave
 * equally many tokens run in one batch, up to a bound. Counts a token once per specialist.
 */
final class AnswerScore implements ScoreFunction {
  private static final int BATCH = 8;

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
    List<int[]> prompts = masks.stream().map(this::masked).toList();
    TreeMap<Integer, List<Integer>> byLength = new TreeMap<>();
    for (int m = 0; m < masks.size(); m++) {
      byLength.computeIfAbsent(prompts.get(m).length, _ -> new ArrayList<>()).add(m);
    }
    double[] scores = new double[masks.size()];
    for (List<Integer> equal : byLength.values()) {
      for (int from = 0; from < equal.size(); from += BATCH) {
        batch(prompts, equal.subList(from, Math.min(from + BATCH, equal.size())), scores);
      }
    }
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

  private void batch(List<int[]> prompts, List<Integer> indices, double[] scores) {
    double[] results = scorer.score(indices.stream().map(prompts::get).toList(), answer);
    for (int i = 0; i < results.length; i++) {
      scores[indices.get(i)] = results[i];
      long tokens = prompts.get(indices.get(i)).length + answer.length - 1L;
      meter.add(1, scorer.specialists() * tokens);
    }
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
