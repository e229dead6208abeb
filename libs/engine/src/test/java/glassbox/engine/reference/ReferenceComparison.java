package glassbox.engine.reference;

import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.LayerTrace;
import glassbox.engine.forward.SessionOptions;
import java.util.List;

/**
 * Holds a decoder against the outputs of transformers.
 *
 * @param logits the largest difference of the last position's logits
 * @param tokenLogProbs the same of the log-probabilities of the tokens that are there
 * @param norms the same of the residual stream's norms
 * @param routers the same of the routers' probabilities
 * @param cases how many cases were compared
 * @param greedyEqual whether every greedy continuation is the same
 */
public record ReferenceComparison(
    double logits,
    double tokenLogProbs,
    double norms,
    double routers,
    int cases,
    boolean greedyEqual) {

  /** Runs every case on {@code lane} and takes the largest differences. */
  public static ReferenceComparison of(ForwardModel model, int lane, List<ReferenceCase> cases) {
    double logits = 0;
    double tokens = 0;
    double norms = 0;
    double routers = 0;
    boolean greedy = true;
    for (ReferenceCase each : cases) {
      try (ForwardSession session = model.open(new int[] {lane}, SessionOptions.TRACED)) {
        Forward forward = session.appendAll(new int[][] {each.ids()});
        int last = each.ids().length - 1;
        logits = Math.max(logits, logitDifference(forward, last, each.lastLogits()));
        tokens = Math.max(tokens, tokenDifference(forward, each));
        LayerTrace trace = forward.trace(0).orElseThrow();
        if (each.norms().length > 0) {
          norms = Math.max(norms, difference(trace.norms(), each.norms()));
        }
        List<double[]> expected = each.routerProbabilities();
        for (int layer = 0; layer < expected.size(); layer++) {
          double[] actual = trace.routerProbabilities().get(layer);
          routers = Math.max(routers, difference(actual, expected.get(layer)));
        }
        greedy &= greedy(session, forward, last, each.greedyIds());
      }
    }
    return new ReferenceComparison(logits, tokens, norms, routers, cases.size(), greedy);
  }

  /** The largest of all differences. */
  public double largest() {
    return Math.max(Math.max(logits, tokenLogProbs), Math.max(norms, routers));
  }

  private static double logitDifference(Forward forward, int position, double[] expected) {
    float[] logits = forward.logits(0, position).orElseThrow();
    double[] actual = new double[logits.length];
    for (int i = 0; i < actual.length; i++) {
      actual[i] = logits[i];
    }
    return difference(actual, expected);
  }

  private static double tokenDifference(Forward forward, ReferenceCase each) {
    double[] expected = each.tokenLogProbs();
    double[] actual = new double[expected.length];
    for (int i = 0; i < actual.length; i++) {
      actual[i] = forward.logProbs()[forward.offset(0, i) + each.ids()[i + 1]];
    }
    return difference(actual, expected);
  }

  private static boolean greedy(
      ForwardSession session, Forward first, int position, int[] expected) {
    Forward forward = first;
    int at = position;
    for (int id : expected) {
      int best = best(forward, at);
      if (best != id) {
        return false;
      }
      forward = session.append(new int[][] {{best}});
      at = 0;
    }
    return true;
  }

  private static int best(Forward forward, int position) {
    int offset = forward.offset(0, position);
    int best = 0;
    for (int id = 1; id < forward.vocabularySize(); id++) {
      if (forward.logProbs()[offset + id] > forward.logProbs()[offset + best]) {
        best = id;
      }
    }
    return best;
  }

  private static double difference(double[] actual, double[] expected) {
    if (actual.length != expected.length) {
      throw new AssertionError(actual.length + " values where " + expected.length + " are stated");
    }
    double largest = 0;
    for (int i = 0; i < actual.length; i++) {
      double difference = Math.abs(actual[i] - expected[i]);
      largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
    }
    return largest;
  }
}
