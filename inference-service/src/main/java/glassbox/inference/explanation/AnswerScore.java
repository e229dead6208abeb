package glassbox.inference.explanation;

import glassbox.engine.federation.AnswerScorer;
import glassbox.explain.score.Cost;
import glassbox.explain.score.CostMeter;
import glassbox.explain.score.ScoreFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/**
 * The joint log-probability of a fixed answer as a function of the prompt tokens that are kept. A
 * token that is not kept is dropped: the others close ranks. Masks that keep equally many tokens
 * run in one batch, up to a bound. Counts a token once per specialist.
 */
final class AnswerScore implements ScoreFunction {
  private static final int BATCH = 8;

  private final AnswerScorer scorer;
  private final int[] prompt;
  private final int[] units;
  private final int[] answer;
  private final CostMeter meter = new CostMeter();

  /**
   * A score function.
   *
   * @param prompt token ids of the whole prompt
   * @param units positions in {@code prompt} that may be dropped, ascending
   * @param answer token ids of the answer, at least one
   */
  AnswerScore(AnswerScorer scorer, int[] prompt, int[] units, int[] answer) {
    this.scorer = scorer;
    this.prompt = prompt;
    this.units = units;
    this.answer = answer;
  }

  @Override
  public int units() {
    return units.length;
  }

  @Override
  public double score(BitSet kept) {
    return scores(List.of(kept))[0];
  }

  @Override
  public double[] scores(List<BitSet> masks) {
    TreeMap<Integer, List<Integer>> bySize = new TreeMap<>();
    for (int m = 0; m < masks.size(); m++) {
      bySize.computeIfAbsent(masks.get(m).cardinality(), _ -> new ArrayList<>()).add(m);
    }
    double[] scores = new double[masks.size()];
    for (List<Integer> equal : bySize.values()) {
      for (int from = 0; from < equal.size(); from += BATCH) {
        batch(masks, equal.subList(from, Math.min(from + BATCH, equal.size())), scores);
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

  private void batch(List<BitSet> masks, List<Integer> indices, double[] scores) {
    List<int[]> prompts = indices.stream().map(m -> masked(masks.get(m))).toList();
    double[] results = scorer.score(prompts, answer);
    for (int i = 0; i < results.length; i++) {
      scores[indices.get(i)] = results[i];
      long tokens = prompts.get(i).length + answer.length - 1L;
      meter.add(1, scorer.specialists() * tokens);
    }
  }

  private int[] masked(BitSet kept) {
    if (kept.length() > units.length) {
      throw new IndexOutOfBoundsException("no unit " + (kept.length() - 1));
    }
    int[] ids = new int[prompt.length];
    int size = 0;
    int unit = 0;
    for (int position = 0; position < prompt.length; position++) {
      boolean isUnit = unit < units.length && units[unit] == position;
      if (!isUnit || kept.get(unit)) {
        ids[size++] = prompt[position];
      }
      unit += isUnit ? 1 : 0;
    }
    return Arrays.copyOf(ids, size);
  }
}
