package glassbox.ledger.attribution;

import glassbox.ledger.block.Combination;
import glassbox.ledger.block.TokenEntry;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * <p>A token may list only some specialists and carry the others as one rest: then the rest's
 * recorded mass stands for their terms of a sum of probabilities, and a product's recorded weighted
 * sum for their terms of the joint.
 *
 * <p>Not safe for concurrent use.
 */
public final class CombinationFormula {
  private final Combination combination;
  private final double[] logWeights;
  private @Nullable Double restLogWeight;

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

  /** Joint log-probability of a recorded token, recomputed from what it lists and its rest. */
  public double joint(TokenEntry token) {
    if (token.rest().isEmpty()) {
      return joint(token.logProbs(), token.ensembled(), token.logNormalizer());
    }
    return switch (combination) {
      case Combination.Product product ->
          listedSum(product, token) + token.rest().get().weightedSum() - token.logNormalizer();
      case Combination.Mixture mixture -> LogSpace.logSumExp(terms(token));
      case Combination.PrefixUpdated updated -> LogSpace.logSumExp(terms(token));
      case Combination.Gated gated ->
          token.ensembled()
              ? LogSpace.logSumExp(terms(token))
              : (double) token.logProb(gated.main());
    };
  }

  private static double listedSum(Combination.Product product, TokenEntry token) {
    double sum = 0;
    for (int k : token.listed()) {
      sum += weighted(product, k, token.logProb(k));
    }
    return sum;
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
      sum += weighted(product, i, logProbs[i]);
    }
    return sum;
  }

  static double weighted(Combination.Product product, int specialist, float logProb) {
    double weight = product.weights().get(specialist);
    return weight == 0 ? 0 : weight * logProb;
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

  /**
   * Shares of a recorded token: one a listed specialist in the order of {@link TokenEntry#listed},
   * and, if it lists not all, the share of the rest as last element; they sum to 1, or are all NaN.
   */
  public double[] shares(TokenEntry token) {
    double[] shares = terms(token);
    double total = LogSpace.logSumExp(shares);
    for (int j = 0; j < shares.length; j++) {
      shares[j] = Math.exp(shares[j] - total);
    }
    return shares;
  }

  /**
   * ln of the mass that the specialists outside {@code listed} give an entry together: what a token
   * that lists only those records of the rest.
   *
   * @param logProbs what every specialist gave the entry, [N]
   */
  public double restMass(float[] logProbs, boolean ensembled, int[] listed) {
    double[] terms = terms(logProbs, ensembled);
    for (int k : listed) {
      terms[k] = Double.NEGATIVE_INFINITY;
    }
    return LogSpace.logSumExp(terms);
  }

  /** Log-weight in force for all specialists together that a token does not list. */
  public double restLogWeight(TokenEntry token) {
    if (restLogWeight != null) {
      return restLogWeight;
    }
    double[] weights = logWeights(token.ensembled());
    for (int k : token.listed()) {
      weights[k] = Double.NEGATIVE_INFINITY;
    }
    return LogSpace.logSumExp(weights);
  }

  /**
   * Moves on by a recorded token. Requires for a prefix-updated block that every token lists the
   * same specialists: the rest keeps its weight as a whole, {@link #logWeights} holds no more for
   * its members.
   */
  public void observe(TokenEntry token) {
    if (!(combination instanceof Combination.PrefixUpdated)) {
      return;
    }
    double[] posterior = terms(token);
    double total = LogSpace.logSumExp(posterior);
    int[] listed = token.listed();
    if (!token.whole()) {
      Arrays.fill(logWeights, Double.NaN);
      restLogWeight = posterior[listed.length] - total;
    }
    for (int j = 0; j < listed.length; j++) {
      logWeights[listed[j]] = posterior[j] - total;
    }
  }

  /** Log-weight plus log-probability of each listed specialist, then the mass of the rest. */
  double[] terms(TokenEntry token) {
    int[] listed = token.listed();
    double[] weights = logWeights(token.ensembled());
    double[] terms = new double[listed.length + (token.whole() ? 0 : 1)];
    for (int j = 0; j < listed.length; j++) {
      double weight = weights[listed[j]];
      terms[j] = weight + (weight == Double.NEGATIVE_INFINITY ? 0 : token.logProb(listed[j]));
    }
    token.rest().ifPresent(rest -> terms[listed.length] = rest.mass());
    return terms;
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
