package glassbox.ledger.attribution;

import glassbox.ledger.block.Combination;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A block recomputed from its own numbers. For token t and specialist k: the residual is the
 * recorded joint minus the recomputed one, in nats. Weights of a mixture that do not sum to one
 * count as a residual too, since the joint would be no distribution; so does a rest that is more
 * than the specialists in it can have given ({@link RestCheck}).
 *
 * <p>Log-weights and shares of specialists that a token does not list are NaN.
 */
public final class Reconciliation {
  private static final double IGNORED_BELOW = Math.log(0.01);
  private static final double WANTED_ABOVE = Math.log(0.5);

  private final TokenBlock block;
  private final double[] residuals;
  private final double[][] logWeights;
  private final double[][] shares;
  private final double[] restShares;
  private final RestCheck rest;
  private final double weightResidual;

  private Reconciliation(TokenBlock block) {
    this.block = block;
    int tokens = block.tokens().size();
    residuals = new double[tokens];
    logWeights = new double[tokens][];
    shares = new double[tokens][];
    restShares = new double[tokens];
    rest = new RestCheck(block);
    weightResidual = weightResidual(block.combination());
  }

  /** Recomputes every token of a block. */
  public static Reconciliation of(TokenBlock block) {
    Reconciliation result = new Reconciliation(block);
    CombinationFormula formula = CombinationFormula.start(block.combination());
    for (int t = 0; t < block.tokens().size(); t++) {
      result.token(t, block.tokens().get(t), formula);
    }
    result.rest.finish();
    return result;
  }

  private void token(int t, TokenEntry token, CombinationFormula formula) {
    residuals[t] = token.joint() - formula.joint(token);
    int[] listed = token.listed();
    double[] parts = formula.shares(token);
    double[] weights = formula.logWeights(token.ensembled());
    logWeights[t] = spread(listed, token.specialists(), j -> weights[listed[j]]);
    shares[t] = spread(listed, token.specialists(), j -> parts[j]);
    restShares[t] = token.whole() ? 0 : parts[listed.length];
    rest.token(t, parts, formula);
    formula.observe(token);
  }

  private static double[] spread(int[] listed, int specialists, IntToDoubleFunction value) {
    double[] spread = new double[specialists];
    if (listed.length < specialists) {
      Arrays.fill(spread, Double.NaN);
    }
    for (int j = 0; j < listed.length; j++) {
      spread[listed[j]] = value.applyAsDouble(j);
    }
    return spread;
  }

  /** The recomputed block. */
  public TokenBlock block() {
    return block;
  }

  /** Recorded minus recomputed joint of a token, nats. */
  public double residual(int token) {
    return residuals[token];
  }

  /** Log-weights in force at a token, one a specialist. */
  public double[] logWeights(int token) {
    return logWeights[token].clone();
  }

  /** Weights in force at a token, one a specialist. */
  public double[] weights(int token) {
    return Arrays.stream(logWeights[token]).map(Math::exp).toArray();
  }

  /** A specialist's share of the mass given to a token, in [0, 1]. */
  public double share(int token, int specialist) {
    return shares[token][specialist];
  }

  /** Share of the mass that the specialists gave together that a token does not list; else 0. */
  public double restShare(int token) {
    return restShares[token];
  }

  /**
   * Mean share of a specialist over the block; 0 for an empty block. Where tokens list only some
   * specialists, from the recorded totals.
   */
  public double meanShare(int specialist) {
    List<Double> totals = block.supplement().shareTotals();
    if (!totals.isEmpty()) {
      return totals.get(specialist) / shares.length;
    }
    return Arrays.stream(shares).mapToDouble(s -> s[specialist]).average().orElse(0);
  }

  /** |ln of the sum of the weights| of a mixture; 0 for a product. */
  public double weightResidual() {
    return weightResidual;
  }

  /** How far a rest is beyond what its specialists can have given; 0 where all are listed. */
  public double restResidual() {
    return rest.excess();
  }

  /** Largest absolute residual, weights and rests included; NaN if any is. */
  public double max() {
    double max = Math.max(weightResidual, rest.excess());
    for (double residual : residuals) {
      max = Math.max(max, Math.abs(residual));
    }
    return max;
  }

  /** Median absolute residual of the tokens; 0 for an empty block. */
  public double median() {
    double[] sorted = Arrays.stream(residuals).map(Math::abs).sorted().toArray();
    int n = sorted.length;
    if (n == 0) {
      return 0;
    }
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }

  /** The bar that {@link #max} meets. */
  public Level level() {
    return Level.of(max());
  }

  /** The listed specialist with the largest share of a token; the first of equals. */
  public int leader(int token) {
    int[] listed = block.tokens().get(token).listed();
    int leader = listed[0];
    for (int k : listed) {
      leader = shares[token][k] > shares[token][leader] ? k : leader;
    }
    return leader;
  }

  /**
   * Whether a specialist gave a token less than 1% while another gave it more than 50%, as far as
   * the token lists them.
   */
  public boolean overruled(int token, int specialist) {
    TokenEntry entry = block.tokens().get(token);
    if (!entry.lists(specialist) || !(entry.logProb(specialist) < IGNORED_BELOW)) {
      return false;
    }
    for (float logProb : entry.logProbs()) {
      if (logProb > WANTED_ABOVE) {
        return true;
      }
    }
    return false;
  }

  /** Tokens that a specialist leads. */
  public int leads(int specialist) {
    int count = 0;
    for (int t = 0; t < shares.length; t++) {
      count += leader(t) == specialist ? 1 : 0;
    }
    return count;
  }

  /** Tokens at which a specialist was overruled. */
  public int timesOverruled(int specialist) {
    int count = 0;
    for (int t = 0; t < shares.length; t++) {
      count += overruled(t, specialist) ? 1 : 0;
    }
    return count;
  }

  private static double weightResidual(Combination combination) {
    List<Double> logWeights =
        switch (combination) {
          case Combination.Mixture mixture -> mixture.logWeights();
          case Combination.PrefixUpdated updated -> updated.logWeights();
          case Combination.Gated gated -> gated.logWeights();
          case Combination.Product product -> List.of(0.0);
        };
    return Math.abs(
        LogSpace.logSumExp(logWeights.stream().mapToDouble(Double::doubleValue).toArray()));
  }
}
