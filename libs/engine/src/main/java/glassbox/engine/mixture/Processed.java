package glassbox.engine.mixture;

import java.util.Arrays;

/**
 * The joint after temperature and nucleus: what a sampler draws from.
 *
 * <p>Temperature T: p_T(v) = p(v)^(1/T) / Z. Nucleus: the fewest most probable tokens whose mass
 * reaches topP, renormalised; of equally probable tokens the lower id comes first.
 *
 * @param tokenIds the nucleus, most probable first; with topP 1 the whole vocabulary in order of id
 * @param probabilities of the nucleus, sums to 1
 */
@SuppressWarnings("ArrayRecordComponent") // internal to one step
record Processed(int[] tokenIds, double[] probabilities) {

  static Processed of(Joint joint, double temperature, double topP) {
    double[] tempered = temper(joint.logProbs(), temperature);
    if (topP >= 1) {
      int[] all = new int[tempered.length];
      Arrays.setAll(all, v -> v);
      return new Processed(all, tempered);
    }
    return nucleus(tempered, topP);
  }

  /** Entropy divided by log of the nucleus size, clamped to [0, 1]; 0 for one token. */
  double normalizedEntropy() {
    if (tokenIds.length < 2) {
      return 0;
    }
    double entropy = 0;
    for (double p : probabilities) {
      if (p > 0) {
        entropy -= p * Math.log(p);
      }
    }
    return Math.clamp(entropy / Math.log(tokenIds.length), 0, 1);
  }

  /** The token at which the running sum passes {@code uniform}, which lies in [0, 1). */
  int indexAt(double uniform) {
    double sum = 0;
    int last = 0;
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] > 0) {
        sum += probabilities[i];
        last = i;
        if (uniform < sum) {
          return i;
        }
      }
    }
    return last; // the sum fell short of 1 by rounding
  }

  private static double[] temper(double[] logProbs, double temperature) {
    double max = Double.NEGATIVE_INFINITY;
    for (double logProb : logProbs) {
      max = Math.max(max, logProb);
    }
    double[] p = new double[logProbs.length];
    double sum = 0;
    for (int v = 0; v < p.length; v++) {
      p[v] = Math.exp((logProbs[v] - max) / temperature);
      sum += p[v];
    }
    for (int v = 0; v < p.length; v++) {
      p[v] /= sum;
    }
    return p;
  }

  /**
   * Tokens under (1 - topP) / V together hold less than 1 - topP, so none of them is in the
   * nucleus: only the others are sorted.
   */
  private static Processed nucleus(double[] p, double topP) {
    double floor = (1 - topP) / p.length;
    int[] candidates = new int[p.length];
    int count = 0;
    for (int v = 0; v < p.length; v++) {
      if (p[v] >= floor) {
        candidates[count++] = v;
      }
    }
    int[] ranked =
        Arrays.stream(candidates, 0, count)
            .boxed()
            .sorted((a, b) -> p[a] != p[b] ? Double.compare(p[b], p[a]) : Integer.compare(a, b))
            .mapToInt(Integer::intValue)
            .toArray();
    int size = 0;
    double mass = 0;
    while (size < ranked.length && mass < topP) {
      mass += p[ranked[size++]];
    }
    double[] kept = new double[size];
    for (int i = 0; i < size; i++) {
      kept[i] = p[ranked[i]] / mass;
    }
    return new Processed(Arrays.copyOf(ranked, size), kept);
  }
}
