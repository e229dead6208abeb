package glassbox.ledger.attribution;

import glassbox.ledger.block.Combination;
import java.util.Arrays;
import java.util.List;

/**
 * The combination rules, in double. One instance walks one answer from its first token: {@link
 * #observe} after each emitted token. With N specialists, log-probabilities lp[N] of one vocabulary
 * entry and log-weights lw[N]:
 *
 * <pre>
 * mixture         joint = logSumExp_i( lw_i + lp_i )
 * prefix-updated  the same with lw_i(t) = lw_i(0) + sum_{s&lt;t} lp_i(token s), normalised
 * gated           the mixture where ensembled, else lp_main
 * product         joint = sum_i( w_i lp_i ) - logNormalizer
 * share_i         exp(lw_i + lp_i) / sum_j exp(lw_j + lp_j); a product's lw_i is ln( w_i / sum w )
 * </pre>
 *
 * Not safe for concurrent use.
 */
public final class CombinationFormula {
  private final Combination combination;
  private final double[] logWeights;

  private CombinationFormula(Combination combination, double[] logWeights) {
    this.combination = combination;
    this.logWeights = logWeights;
  }

  /** The formula before the first token. */
  public static CombinationFormula start(Combination combination) {
    return new CombinationFormula(
        combination,
        switch (combination) {
          case Combination.Mixture mixture -> array(mixture.logWeights());
          case Combination.PrefixUpdated updated -> array(updated.logWeights());
          case Combination.Gated gated -> array(gated.logWeights());
          case Combination.Product product -> logShares(product.weights());
        });
  }

  /**
   * Log-weights in force for the next token, [N]. For a gated token that is not ensembled: 0 for
   * the main specialist, {@code -Infinity} for the others.
   */
  public double[] logWeights(boolean ensembled) {
    if (combination instanceof Combination.Gated gated && !ensembled) {
      double[] alone = new double[logWeights.length];
      Arrays.fill(alone, Double.NEGATIVE_INFINITY);
      alone[gated.main()] = 0;
      return alone;
    }
    return logWeights.clone();
  }

  /**
   * Joint log-probability of one vocabulary entry, nats.
   *
   * @param logProbs what each specialist gave the entry, [N]
   * @param ensembled gated only: whether the others join in
   * @param logNormalizer product only: ln of the sum over the vocabulary of {@link #unnormalized}
   */
  public double joint(float[] logProbs, boolean ensembled, double logNormalizer) {
    return switch (combination) {
      case Combination.Product product -> unnormalized(logProbs) - logNormalizer;
      case Combination.Mixture mixture -> LogSpace.logSumExp(terms(logProbs, true));
      case Combination.PrefixUpdated updated -> LogSpace.logSumExp(terms(logProbs, true));
      case Combination.Gated gated ->
          ensembled ? LogSpace.logSumExp(terms(logProbs, true)) : (double) logProbs[gated.main()];
    };
  }

  /**
   * Product only: sum_i( w_i lp_i ), where a weight of 0 switches its specialist off.
   *
   * @throws IllegalStateException for another rule
   */
  public double unnormalized(float[] logProbs) {
    if (!(combination instanceof Combination.Product product)) {
      throw new IllegalStateException("only a product has an unnormalised joint");
    }
    double sum = 0;
    for (int i = 0; i < logProbs.length; i++) {
      double weight = product.weights().get(i);
      sum += weight == 0 ? 0 : weight * logProbs[i];
    }
    return sum;
  }

  /** Each specialist's share of the mass given to the token, [N]; sums to 1, or is all NaN. */
  public double[] shares(float[] logProbs, boolean ensembled) {
    double[] shares = terms(logProbs, ensembled);
    double total = LogSpace.logSumExp(shares);
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.exp(shares[i] - total);
    }
    return shares;
  }

  /** Moves on by one emitted token that the specialists gave {@code logProbs}, [N]. */
  public void observe(float[] logProbs) {
    if (combination instanceof Combination.PrefixUpdated) {
      double[] posterior = terms(logProbs, true);
      double total = LogSpace.logSumExp(posterior);
      for (int i = 0; i < posterior.length; i++) {
        logWeights[i] = posterior[i] - total;
      }
    }
  }

  private double[] terms(float[] logProbs, boolean ensembled) {
    double[] terms = logWeights(ensembled);
    for (int i = 0; i < terms.length; i++) {
      terms[i] += terms[i] == Double.NEGATIVE_INFINITY ? 0 : logProbs[i];
    }
    return terms;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] logShares(List<Double> weights) {
    double total = weights.stream().mapToDouble(Double::doubleValue).sum();
    return weights.stream().mapToDouble(w -> Math.log(w / total)).toArray();
  }
}
