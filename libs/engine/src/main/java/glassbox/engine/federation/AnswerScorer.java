package glassbox.engine.federation;

import glassbox.engine.forward.Forward;
import glassbox.engine.mixture.Combiner;
import glassbox.engine.mixture.SpecialistLogProbs;
import glassbox.ledger.block.Combination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores one answer after many prompts. Prompts of equal length go side by side, a few at a time in
 * the order of their tokens, so that one read of the weights serves several and a beginning that
 * they have in common with those before is not computed again. For one thread at a time.
 */
public final class AnswerScorer implements AutoCloseable {
  private static final int SIDE_BY_SIDE = 4;

  private final Lineup lineup;
  private final Combination combination;
  private final Admission.Permit permit;
  private final SharedBeginning several;
  private final SharedBeginning single;

  AnswerScorer(Lineup lineup, Combination combination, Admission.Permit permit) {
    this.lineup = lineup;
    this.combination = combination;
    this.permit = permit;
    this.several = new SharedBeginning(lineup, SIDE_BY_SIDE);
    this.single = new SharedBeginning(lineup, 1);
  }

  /**
   * Joint log-probability of the answer after each prompt, nats; does not depend on the order of
   * the prompts but for the rounding of the forwards.
   *
   * @param prompts each at least one token
   * @param answer at least one token
   */
  public double[] score(List<int[]> prompts, int[] answer) {
    double[] scores = new double[prompts.size()];
    List<Integer> order = inOrder(prompts);
    for (int from = 0; from < order.size(); ) {
      int to = from + 1;
      while (to < order.size()
          && to - from < SIDE_BY_SIDE
          && prompts.get(order.get(to)).length == prompts.get(order.get(from)).length) {
        to++;
      }
      score(prompts, order.subList(from, to), answer, scores);
      from = to;
    }
    return scores;
  }

  /** By length, then by tokens: neighbours begin alike. */
  private static List<Integer> inOrder(List<int[]> prompts) {
    return IntStream.range(0, prompts.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(p -> prompts.get(p).length)
                .thenComparing(prompts::get, Arrays::compare))
        .toList();
  }

  /**
   * Rows that are left over repeat the last prompt; where most would be, one goes after another.
   */
  private void score(List<int[]> prompts, List<Integer> some, int[] answer, double[] scores) {
    SharedBeginning sessions = 2 * some.size() > SIDE_BY_SIDE ? several : single;
    for (int from = 0; from < some.size(); from += sessions.width()) {
      int[][] rows = new int[sessions.width()][];
      for (int row = 0; row < rows.length; row++) {
        rows[row] = prompts.get(some.get(Math.min(from + row, some.size() - 1)));
      }
      double[] results = score(sessions, rows, answer);
      for (int row = 0; row < rows.length && from + row < some.size(); row++) {
        scores[some.get(from + row)] = results[row];
      }
    }
  }

  private double[] score(SharedBeginning sessions, int[][] rows, int[] answer) {
    List<Forward> first = sessions.after(rows);
    List<Forward> rest = new ArrayList<>();
    if (answer.length > 1) {
      rest.addAll(sessions.afterEach(Arrays.copyOf(answer, answer.length - 1)));
    }
    double[] scores = new double[rows.length];
    for (int p = 0; p < scores.length; p++) {
      Combiner combiner = new Combiner(combination);
      for (int t = 0; t < answer.length; t++) {
        SpecialistLogProbs logProbs = t == 0 ? at(first, p, 0) : at(rest, p, t - 1);
        scores[p] += combiner.logProb(logProbs, answer[t]);
        combiner.observe(logProbs.column(answer[t]));
      }
    }
    return scores;
  }

  /** Tokens that every specialist has computed so far. */
  public long tokens() {
    return several.tokens() + single.tokens();
  }

  /** Specialists that each token goes through. */
  public int specialists() {
    return lineup.members().size();
  }

  @Override
  public void close() {
    try (several;
        single) {
      permit.close();
    }
  }

  private SpecialistLogProbs at(List<Forward> forwards, int prompt, int position) {
    int size = lineup.members().size();
    float[][] values = new float[size][];
    int[] offsets = new int[size];
    for (int g = 0; g < forwards.size(); g++) {
      int[] members = lineup.groups().get(g).members();
      Forward forward = forwards.get(g);
      for (int r = 0; r < members.length; r++) {
        values[members[r]] = forward.logProbs();
        offsets[members[r]] = forward.offset(prompt * members.length + r, position);
      }
    }
    return new SpecialistLogProbs(values, offsets, forwards.getFirst().vocabularySize());
  }
}
