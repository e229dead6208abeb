package glassbox.engine.mixture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The joint distribution over the next token: temperature 1, nothing truncated.
 *
 * @param logProbs shape [V], nats; sums to 1 in probability up to the specialists' f32 rounding
 * @param entropy of the joint, nats
 * @param ensembled whether more than the main specialist took part (always true unless gated)
 * @param logNormalizer log of the sum that a product was divided by; 0 for the other combiners
 * @param disagreement generalised Jensen-Shannon divergence of the specialists under the weights in
 *     force, nats: entropy of their mixture less the mean of their entropies; 0 where one alone
 *     decides
 */
@SuppressWarnings("ArrayRecordComponent") // V doubles a token, handed from combiner to sampler
public record Joint(
    double[] logProbs,
    double entropy,
    boolean ensembled,
    double logNormalizer,
    double disagreement) {

  /** A token with its raw joint log-probability, nats. */
  public record Candidate(int tokenId, double logProb) {}

  /** V. */
  public int vocabularySize() {
    return logProbs.length;
  }

  /** Raw joint log-probability of a token, nats. */
  public double logProb(int tokenId) {
    return logProbs[tokenId];
  }

  /** The most probable token; of equals the one with the lowest id. */
  public int argmax() {
    int best = 0;
    for (int v = 1; v < logProbs.length; v++) {
      if (logProbs[v] > logProbs[best]) {
        best = v;
      }
    }
    return best;
  }

  /** The {@code count} most probable tokens, most probable first, ties by lower id. */
  public List<Candidate> top(int count) {
    if (count == 0) {
      return List.of();
    }
    Comparator<Candidate> better =
        Comparator.comparingDouble(Candidate::logProb)
            .reversed()
            .thenComparingInt(Candidate::tokenId);
    PriorityQueue<Candidate> kept = new PriorityQueue<>(count + 1, better.reversed());
    for (int v = 0; v < logProbs.length; v++) {
      Candidate worst = kept.peek();
      if (kept.size() < count || (worst != null && logProbs[v] > worst.logProb())) {
        kept.add(new Candidate(v, logProbs[v]));
        if (kept.size() > count) {
          kept.poll();
        }
      }
    }
    List<Candidate> ranked = new ArrayList<>(kept);
    ranked.sort(better);
    return List.copyOf(ranked);
  }
}
