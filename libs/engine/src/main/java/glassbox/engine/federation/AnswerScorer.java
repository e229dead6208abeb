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
 * Scores one answer after many prompts. A beginning that prompts have in common is computed once:
 * prompts are taken in the order of their tokens, so that the forwards walk the tree of their
 * beginnings and each node of it is computed a single time. For one thread at a time.
 */
public final class AnswerScorer implements AutoCloseable {
  private final Lineup lineup;
  private final Combination combination;
  private final Admission.Permit permit;
  private final SharedBeginning sessions;

  AnswerScorer(Lineup lineup, Combination combination, Admission.Permit permit) {
    this.lineup = lineup;
    this.combination = combination;
    this.permit = permit;
    this.sessions = new SharedBeginning(lineup);
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
    int last = -1;
    for (int next : inTreeOrder(prompts)) {
      boolean again = last >= 0 && Arrays.equals(prompts.get(last), prompts.get(next));
      scores[next] = again ? scores[last] : score(prompts.get(next), answer);
      last = next;
    }
    return scores;
  }

  /** Tokens that every specialist has computed so far. */
  public long tokens() {
    return sessions.tokens();
  }

  /** Specialists that each token goes through. */
  public int specialists() {
    return lineup.members().size();
  }

  @Override
  public void close() {
    try {
      sessions.close();
    } finally {
      permit.close();
    }
  }

  /** A prompt comes before those that it begins. */
  private static List<Integer> inTreeOrder(List<int[]> prompts) {
    return IntStream.range(0, prompts.size())
        .boxed()
        .sorted(Comparator.comparing(prompts::get, Arrays::compare))
        .toList();
  }

  private double score(int[] prompt, int[] answer) {
    List<Forward> first = sessions.after(prompt);
    List<Forward> rest = new ArrayList<>();
    if (answer.length > 1) {
      rest.addAll(sessions.afterEach(Arrays.copyOf(answer, answer.length - 1)));
    }
    Combiner combiner = new Combiner(combination);
    double score = 0;
    for (int t = 0; t < answer.length; t++) {
      SpecialistLogProbs logProbs = t == 0 ? at(first, 0) : at(rest, t - 1);
      score += combiner.logProb(logProbs, answer[t]);
      combiner.observe(logProbs.column(answer[t]));
    }
    return score;
  }

  private SpecialistLogProbs at(List<Forward> forwards, int position) {
    int size = lineup.members().size();
    float[][] values = new float[size][];
    int[] offsets = new int[size];
    for (int g = 0; g < forwards.size(); g++) {
      int[] members = lineup.groups().get(g).members();
      Forward forward = forwards.get(g);
      for (int r = 0; r < members.length; r++) {
        values[members[r]] = forward.logProbs();
        offsets[members[r]] = forward.offset(r, position);
      }
    }
    return new SpecialistLogProbs(values, offsets, forwards.getFirst().vocabularySize());
  }
}
