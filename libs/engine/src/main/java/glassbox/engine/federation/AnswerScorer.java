package glassbox.engine.federation;

import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.mixture.Combiner;
import glassbox.engine.mixture.SpecialistLogProbs;
import glassbox.ledger.block.Combination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Scores one answer after many prompts of equal length, all prompts in one batch per model.
 *
 * <p>Row of prompt p and the group's member r: {@code p * members + r}.
 */
public final class AnswerScorer implements AutoCloseable {
  private final Lineup lineup;
  private final Combination combination;
  private final Admission.Permit permit;

  AnswerScorer(Lineup lineup, Combination combination, Admission.Permit permit) {
    this.lineup = lineup;
    this.combination = combination;
    this.permit = permit;
  }

  /**
   * Joint log-probability of the answer after each prompt, nats.
   *
   * @param prompts all of the same length, at least 1
   * @param answer at least one token
   */
  public double[] score(List<int[]> prompts, int[] answer) {
    List<Forward> first = new ArrayList<>();
    List<Forward> rest = new ArrayList<>();
    for (Lineup.Group group : lineup.groups()) {
      forward(group, prompts, answer, first, rest);
    }
    double[] scores = new double[prompts.size()];
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

  /** Specialists that each token goes through. */
  public int specialists() {
    return lineup.members().size();
  }

  @Override
  public void close() {
    permit.close();
  }

  private static void forward(
      Lineup.Group group,
      List<int[]> prompts,
      int[] answer,
      List<Forward> first,
      List<Forward> rest) {
    int width = group.lanes().length;
    int[] lanes = new int[prompts.size() * width];
    int[][] rows = new int[lanes.length][];
    for (int row = 0; row < lanes.length; row++) {
      lanes[row] = group.lanes()[row % width];
      rows[row] = prompts.get(row / width);
    }
    try (ForwardSession session = group.model().open(lanes, SessionOptions.PLAIN)) {
      first.add(session.append(rows));
      if (answer.length > 1) {
        int[][] answers = new int[lanes.length][];
        Arrays.fill(answers, Arrays.copyOf(answer, answer.length - 1));
        rest.add(session.appendAll(answers));
      }
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
