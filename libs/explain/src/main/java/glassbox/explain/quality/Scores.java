package glassbox.explain.quality;

import glassbox.explain.score.ScoreFunction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Masks to score, each once, and their scores after {@link #compute}. */
final class Scores {
  private final Map<BitSet, Double> scores = new LinkedHashMap<>();

  void need(BitSet kept) {
    scores.putIfAbsent(kept, Double.NaN);
  }

  void compute(ScoreFunction function) {
    List<BitSet> masks = new ArrayList<>(scores.keySet());
    double[] values = function.scores(masks);
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new ArithmeticException("score of mask " + masks.get(i) + " is " + values[i]);
      }
      scores.put(masks.get(i), values[i]);
    }
  }

  double of(BitSet kept) {
    @Nullable Double score = scores.get(kept);
    if (score == null) {
      throw new IllegalStateException("mask was not requested: " + kept);
    }
    return score;
  }
}
