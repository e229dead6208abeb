package glassbox.lab.monitor;

import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.mixture.SpecialistLogProbs;
import glassbox.engine.mixture.TotalVariation;
import glassbox.lab.scoring.Continuation;
import glassbox.lab.scoring.LoadedModel;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How far a model's distribution at each token of an answer is from its legible twin's. */
final class AnswerDeltas {

  private static final int CHUNK = 64;

  private AnswerDeltas() {}

  /** One delta a token of the answer, in [0, 1]; requires a legible channel. */
  static double[] of(LoadedModel model, Continuation continuation) {
    int[] ids =
        Stream.concat(continuation.promptIds().stream(), continuation.ids().stream())
            .mapToInt(Integer::intValue)
            .toArray();
    int first = continuation.promptIds().size() - 1;
    var deltas = new double[continuation.ids().size()];
    try (ForwardSession full = model.open(SessionOptions.PLAIN);
        ForwardSession twin = model.open(SessionOptions.LEGIBLE)) {
      for (int from = 0; from < ids.length - 1; from += CHUNK) {
        int[][] read = {Arrays.copyOfRange(ids, from, Math.min(from + CHUNK, ids.length - 1))};
        double[] apart = apart(full.appendAll(read), twin.appendAll(read));
        for (int i = Math.max(0, first - from); i < apart.length; i++) {
          deltas[from + i - first] = apart[i];
        }
      }
    }
    return deltas;
  }

  private static double[] apart(Forward full, Forward twin) {
    return IntStream.range(0, full.positions())
        .mapToDouble(at -> TotalVariation.of(said(full, at), said(twin, at), 0))
        .toArray();
  }

  private static SpecialistLogProbs said(Forward forward, int position) {
    return new SpecialistLogProbs(
        new float[][] {forward.logProbs()},
        new int[] {forward.offset(0, position)},
        forward.vocabularySize());
  }
}
