package glassbox.ledger.attribution;

import glassbox.ledger.block.Combination;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.Arrays;
import java.util.List;

/**
 * A block recomputed from its own numbers. For token t and specialist k: the residual is the
 * recorded joint minus the recomputed one, in nats. Weights of a mixture that do not sum to one
 * count as a residual too, since the joint would be no distribution.
 */
public final class Reconciliation {
  private static final double IGNORED_BELOW = Math.log(0.01);
  private static final double WANTED_ABOVE = Math.log(0.5);

  private final TokenBlock block;
  private final double[] residuals;
  private final double[][] logWeights;
  private final double[][] shares;
  private final double weightResidual;

  private Reconciliation(TokenBlock block) {
    this.block = block;
    int tokens = block.tokens().size();
    residuals = new double[tokens];
    logWeights = new double[tokens][];
    shares = new double[tokens][];
    weightResidual = weightResidual(block.combination());
  }

  /** Recomputes every token of a block. */
  public static Reconciliation of(TokenBlock block) {
    Reconciliation result = new Reconciliation(block);
    CombinationFormula formula = CombinationFormula.start(block.combination());
    for (int t = 0; t < block.tokens().size(); t++) {
      TokenEntry token = block.tokens().get(t);
      float[] logProbs = token.logProbs();
      double joint = formula.joint(logProbs, token.ensembled(), token.logNormalizer());
      result.residuals[t] = token.joint() - joint;
      result.logWeights[t] = formula.logWeights(token.ensembled());
      result.shares[t] = formula.shares(logProbs, token.ensembled());
      formula.observe(logProbs);
    }
    return result;
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

  /** Mean share of a specialist over the block; 0 for an empty block. */
  public double meanShare(int specialist) {
    return Arrays.stream(shares).mapToDouble(s -> s[specialist]).average().orElse(0);
  }

  /** |ln of the sum of the weights| of a mixture; 0 for a product. */
  public double weightResidual() {
    return weightResidual;
  }

  /** Largest absolute residual, weights included; NaN if any is. */
  public double max() {
    double max = weightResidual;
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

  /** The specialist with the largest share of a token; the first of equals. */
  public int leader(int token) {
    int leader = 0;
    for (int k = 1; k < shares[token].length; k++) {
      leader = shares[token][k] > shares[token][leader] ? k : leader;
    }
    return leader;
  }

  /** Whether a specialist gave a token less than 1% while another gave it more than 50%. */
  public boolean overruled(int token, int specialist) {
    TokenEntry entry = block.tokens().get(token);
    if (!(entry.logProb(specialist) < IGNORED_BELOW)) {
      return false;
    }
    for (int k = 0; k < entry.specialists(); k++) {
      if (entry.logProb(k) > WANTED_ABOVE) {
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
