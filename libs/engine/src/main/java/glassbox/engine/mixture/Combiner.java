package glassbox.engine.mixture;

import glassbox.ledger.attribution.CombinationFormula;
import glassbox.ledger.block.Combination;
import java.util.Arrays;

/**
 * Joins the specialists over the whole vocabulary, token by token of one answer, by the rules that
 * {@link CombinationFormula} states and an auditor recomputes. One combiner per pass; not
 * thread-safe.
 */
public final class Combiner {
  private static final double LEAST_WEIGHT = 1e-12;

  private final Combination combination;
  private final CombinationFormula formula;

  /** A combiner before the first token. */
  public Combiner(Combination combination) {
    this.combination = combination;
    this.formula = CombinationFormula.start(combination);
  }

  /** The joint over the next token. Requires as many specialists as the combination joins. */
  public Joint join(SpecialistLogProbs logProbs) {
    if (logProbs.specialists() != combination.size()) {
      throw new IllegalArgumentException(
          "%d specialists for a combination of %d"
              .formatted(logProbs.specialists(), combination.size()));
    }
    return switch (combination) {
      case Combination.Product product -> product(logProbs, product);
      case Combination.Gated gated ->
          mixture(logProbs, logProbs.entropy(gated.main()) >= gated.entropyThreshold());
      case Combination.Mixture mixture -> mixture(logProbs, true);
      case Combination.PrefixUpdated updated -> mixture(logProbs, true);
    };
  }

  /** Joint log-probability of one token, nats, without the rest of the vocabulary if it can. */
  public double logProb(SpecialistLogProbs logProbs, int tokenId) {
    return switch (combination) {
      case Combination.Mixture mixture -> formula.joint(logProbs.column(tokenId), true, 0);
      case Combination.PrefixUpdated updated -> formula.joint(logProbs.column(tokenId), true, 0);
      case Combination.Product product -> join(logProbs).logProb(tokenId);
      case Combination.Gated gated -> join(logProbs).logProb(tokenId);
    };
  }

  /** Moves on by the emitted token, to which the specialists gave {@code column}, [S]. */
  public void observe(float[] column) {
    formula.observe(column);
  }

  /** Log-weights in force for the next token, [S]. */
  public double[] logWeights(boolean ensembled) {
    return formula.logWeights(ensembled);
  }

  /**
   * The rule for an answer that goes on after the tokens observed so far: with the log-weights that
   * a prefix-updated rule has learned, the same for any other. No specialist is given up: each
   * keeps 1e-12 of the weight.
   */
  public Combination next() {
    return switch (combination) {
      case Combination.PrefixUpdated _ -> learned();
      case Combination.Mixture _, Combination.Product _, Combination.Gated _ -> combination;
    };
  }

  private Combination learned() {
    double[] weights =
        Arrays.stream(formula.logWeights(true))
            .map(weight -> Math.max(LEAST_WEIGHT, Math.exp(weight)))
            .toArray();
    double total = Arrays.stream(weights).sum();
    return new Combination.PrefixUpdated(
        Arrays.stream(weights).map(weight -> Math.log(weight / total)).boxed().toList());
  }

  /** Shares of the specialists in a token to which they gave {@code column}: [S], sums to 1. */
  public double[] shares(float[] column, boolean ensembled) {
    return formula.shares(column, ensembled);
  }

  /** Joint of one token as the auditor will recompute it from the record, nats. */
  public double recomputed(float[] column, boolean ensembled, double logNormalizer) {
    return formula.joint(column, ensembled, logNormalizer);
  }

  /** sum_i w_i p_i(v): probabilities, of which the logarithm is taken once a token. */
  private Joint mixture(SpecialistLogProbs logProbs, boolean ensembled) {
    double[] sum = new double[logProbs.vocabularySize()];
    double[] logWeights = formula.logWeights(ensembled);
    double within = 0;
    for (int i = 0; i < logWeights.length; i++) {
      double weight = Math.exp(logWeights[i]);
      if (weight > 0) {
        within += addWeighted(sum, weight, logProbs.values()[i], logProbs.offsets()[i]);
      }
    }
    double entropy = 0;
    for (int v = 0; v < sum.length; v++) {
      double p = sum[v];
      sum[v] = p > 0 ? Math.log(p) : formula.joint(logProbs.column(v), ensembled, 0);
      entropy -= p > 0 ? p * sum[v] : 0;
    }
    return new Joint(sum, entropy, ensembled, 0, Math.max(0, entropy - within));
  }

  /** Adds one specialist; gives its weighted entropy, nats. */
  private static double addWeighted(double[] sum, double weight, float[] logProbs, int from) {
    double entropy = 0;
    for (int v = 0; v < sum.length; v++) {
      double logProb = logProbs[from + v];
      double p = weight * Math.exp(logProb);
      sum[v] += p;
      entropy -= p > 0 ? p * logProb : 0;
    }
    return entropy;
  }

  /** Of the specialists of a product, by their normalised weights. */
  private static double disagreement(SpecialistLogProbs logProbs, Combination.Product product) {
    double total = product.weights().stream().mapToDouble(Double::doubleValue).sum();
    double[] sum = new double[logProbs.vocabularySize()];
    double within = 0;
    for (int i = 0; i < product.size(); i++) {
      double weight = product.weights().get(i) / total;
      if (weight > 0) {
        within += addWeighted(sum, weight, logProbs.values()[i], logProbs.offsets()[i]);
      }
    }
    double mixed = 0;
    for (double p : sum) {
      mixed -= p > 0 ? p * Math.log(p) : 0;
    }
    return Math.max(0, mixed - within);
  }

  private static Joint product(SpecialistLogProbs logProbs, Combination.Product product) {
    double[] joint = new double[logProbs.vocabularySize()];
    for (int i = 0; i < product.size(); i++) {
      double weight = product.weights().get(i);
      if (weight > 0) {
        for (int v = 0; v < joint.length; v++) {
          joint[v] += weight * logProbs.of(i, v);
        }
      }
    }
    double max = Double.NEGATIVE_INFINITY;
    for (double value : joint) {
      max = Math.max(max, value);
    }
    double sum = 0;
    for (double value : joint) {
      sum += Math.exp(value - max);
    }
    double logNormalizer = max + Math.log(sum);
    double entropy = 0;
    for (int v = 0; v < joint.length; v++) {
      joint[v] -= logNormalizer;
      double p = Math.exp(joint[v]);
      entropy -= p > 0 ? p * joint[v] : 0;
    }
    return new Joint(joint, entropy, true, logNormalizer, disagreement(logProbs, product));
  }
}
