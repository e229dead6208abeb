package glassbox.engine.federation;

import glassbox.engine.forward.SessionOptions;
import glassbox.engine.mixture.SpecialistLogProbs;
import glassbox.ledger.attribution.CombinationFormula;
import glassbox.ledger.block.Execution;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Independent forwards over a block's token ids, compared with its log-probabilities. */
final class Replayer {
  private final Lineup lineup;
  private final TokenBlock block;
  private final int[] prompt;
  private final int[] answer;
  private final Pieces pieces;
  private final SessionOptions options;

  Replayer(Recorded recorded, TokenBlock block, Pieces pieces, SessionOptions options) {
    this.lineup = recorded.lineup();
    this.block = block;
    this.prompt = recorded.promptIds();
    this.answer = recorded.tokenIds();
    this.pieces = pieces;
    this.options = options;
  }

  ReplayResult run(ReplayShape shape, Execution execution) {
    float[][] replayed = new float[lineup.members().size()][answer.length];
    if (answer.length > 0) {
      switch (shape) {
        case RECORDED -> asRecorded(replayed);
        case ONE_PASS -> inOnePass(replayed);
      }
    }
    return compare(replayed, execution);
  }

  private void asRecorded(float[][] replayed) {
    int forced = 0;
    while (forced < answer.length && block.tokens().get(forced).forced()) {
      forced++;
    }
    try (LineupSession session = lineup.open(options)) {
      Walk.Prompt whole = new Walk.Prompt(prompt, pieces.ends(prompt), 0);
      Walk walk = new Walk(session, whole, pieces.lead(Arrays.copyOf(answer, forced)));
      for (int t = 0; t < answer.length; t++) {
        keep(walk.next(t == 0 ? -1 : answer[t - 1]), t, replayed);
      }
    }
  }

  private void inOnePass(float[][] replayed) {
    for (int i = 0; i < lineup.members().size(); i++) {
      Lineup alone = Lineup.of(List.of(lineup.members().get(i)));
      try (LineupSession session = alone.open(options)) {
        int start = prompt.length - 1;
        if (start > 0) {
          session.append(Arrays.copyOf(prompt, start));
        }
        int[] rest =
            IntStream.concat(
                    IntStream.of(prompt[start]), Arrays.stream(answer, 0, answer.length - 1))
                .toArray();
        List<SpecialistLogProbs> positions = session.appendAll(rest);
        for (int t = 0; t < answer.length; t++) {
          replayed[i][t] = positions.get(t).of(0, answer[t]);
        }
      }
    }
  }

  private void keep(SpecialistLogProbs logProbs, int token, float[][] replayed) {
    for (int i = 0; i < replayed.length; i++) {
      replayed[i][token] = logProbs.of(i, answer[token]);
    }
  }

  private ReplayResult compare(float[][] replayed, Execution execution) {
    boolean bitEqual = true;
    double max = 0;
    List<Integer> mismatched = new ArrayList<>();
    CombinationFormula formula = CombinationFormula.start(block.combination());
    for (int t = 0; t < answer.length; t++) {
      double worst = rest(formula, t, replayed);
      for (int i = 0; i < replayed.length; i++) {
        if (!block.tokens().get(t).lists(i)) {
          continue;
        }
        float recorded = block.tokens().get(t).logProb(i);
        bitEqual &= Float.floatToRawIntBits(recorded) == Float.floatToRawIntBits(replayed[i][t]);
        worst = Math.max(worst, difference(recorded, replayed[i][t]));
      }
      max = Math.max(max, worst);
      if (worst >= ReplayResult.TOLERANCE) {
        mismatched.add(t);
      }
    }
    return new ReplayResult(
        bitEqual,
        max,
        answer.length,
        mismatched,
        digestsMatch(),
        execution.equals(block.execution()));
  }

  /** Difference of what the specialists gave together that the token does not list. */
  private double rest(CombinationFormula formula, int token, float[][] replayed) {
    TokenEntry entry = block.tokens().get(token);
    float[] column = new float[replayed.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = replayed[i][token];
    }
    double difference = 0;
    if (entry.rest().isPresent()) {
      double mass = formula.restMass(column, entry.ensembled(), entry.listed());
      double recorded = entry.rest().get().mass();
      difference = mass == recorded ? 0 : Math.abs(mass - recorded);
    }
    formula.observe(column);
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }

  private boolean digestsMatch() {
    return IntStream.range(0, block.specialists().size())
        .allMatch(
            i -> block.specialists().get(i).digest().equals(lineup.members().get(i).digest()));
  }

  private static double difference(float recorded, float replayed) {
    if (recorded == replayed) {
      return 0;
    }
    double difference = Math.abs((double) recorded - replayed);
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }
}
