package glassbox.ledger.block;

import java.util.Collections;
import java.util.List;

/**
 * The rule that joined the specialists, with its exact parameters, one number a specialist in the
 * block's order. Log-weights are natural logarithms; a specialist switched off has {@code
 * -Infinity}. The formulas are in {@link glassbox.ledger.attribution.CombinationFormula}.
 */
public sealed interface Combination {

  /** How many specialists the rule joins. */
  int size();

  /** Weighted sum of probabilities with fixed weights. */
  record Mixture(List<Double> logWeights) implements Combination {
    public Mixture {
      logWeights = checked(logWeights);
    }

    /** Equal weights: {@code -ln n} each. Requires n above 0. */
    public static Mixture uniform(int n) {
      return new Mixture(Collections.nCopies(n, -Math.log(n)));
    }

    @Override
    public int size() {
      return logWeights.size();
    }
  }

  /** Weighted sum of log-probabilities, renormalised over the vocabulary; weights are exponents. */
  record Product(List<Double> weights) implements Combination {
    public Product {
      weights = List.copyOf(weights);
      for (double weight : weights) {
        if (!(weight >= 0) || weight == Double.POSITIVE_INFINITY) {
          throw new IllegalArgumentException("weights must be finite and not negative");
        }
      }
      requireSome(weights);
    }

    @Override
    public int size() {
      return weights.size();
    }
  }

  /**
   * A mixture whose weights are the posterior over specialists given the block's earlier tokens.
   */
  record PrefixUpdated(List<Double> logWeights) implements Combination {
    public PrefixUpdated {
      logWeights = checked(logWeights);
    }

    @Override
    public int size() {
      return logWeights.size();
    }
  }

  /**
   * A mixture where {@code main} is unsure, {@code main} alone elsewhere; each token says which.
   *
   * @param logWeights of the mixture
   * @param main index of the specialist that decides alone while it is sure
   * @param entropyThreshold entropy of {@code main} in nats at which the others join in
   */
  record Gated(List<Double> logWeights, int main, double entropyThreshold) implements Combination {
    public Gated {
      logWeights = checked(logWeights);
      if (main < 0 || main >= logWeights.size()) {
        throw new IllegalArgumentException("main must be the index of a specialist");
      }
      if (!(entropyThreshold >= 0) || entropyThreshold == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("entropyThreshold must be finite and not negative");
      }
    }

    @Override
    public int size() {
      return logWeights.size();
    }
  }

  private static List<Double> checked(List<Double> values) {
    List<Double> copy = List.copyOf(values);
    requireSome(copy);
    for (double value : copy) {
      if (Double.isNaN(value) || value == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("log-weights must be numbers below infinity");
      }
    }
    return copy;
  }

  private static void requireSome(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a combination joins at least one specialist");
    }
  }
}
