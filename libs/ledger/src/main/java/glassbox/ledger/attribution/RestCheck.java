package glassbox.ledger.attribution;

import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Rest;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.Arrays;
import java.util.List;

/**
 * Bounds that an honest rest keeps, so that it cannot stand for just any number. A specialist's
 * probability is at most 1, so a rest has at most the weight of its specialists; listed are the
 * largest contributions of a token (of a prefix-updated block: of all tokens), so each of the
 * others is at most the smallest listed; shares sum to 1 a token. What is beyond a bound, in nats
 * or in share a token, is the excess.
 */
final class RestCheck {
  private final TokenBlock block;
  private final double[] least;
  private final double[] most;
  private double excess;

  RestCheck(TokenBlock block) {
    this.block = block;
    int totals = block.supplement().shareTotals().size();
    least = new double[totals];
    most = new double[totals];
  }

  /** Takes the next token with its shares. Call before the formula observes it. */
  void token(int t, double[] shares, CombinationFormula formula) {
    TokenEntry token = block.tokens().get(t);
    token.rest().ifPresent(rest -> token(token, rest, shares, formula));
  }

  private void token(TokenEntry token, Rest rest, double[] shares, CombinationFormula formula) {
    int[] listed = token.listed();
    above(rest.mass(), formula.restLogWeight(token));
    if (!(block.combination() instanceof Combination.PrefixUpdated)) {
      double[] terms = Arrays.copyOf(formula.terms(token), listed.length);
      double smallest = Arrays.stream(terms).min().orElseThrow();
      above(rest.mass(), smallest + Math.log(token.specialists() - (double) listed.length));
    }
    above(rest.weightedSum(), 0);
    double others = shares[listed.length];
    for (int k = 0; k < most.length; k++) {
      most[k] += others;
    }
    for (int j = 0; j < listed.length; j++) {
      least[listed[j]] += shares[j];
      most[listed[j]] += shares[j] - others;
    }
  }

  /** Compares the share totals when all tokens are taken. */
  void finish() {
    List<Double> totals = block.supplement().shareTotals();
    if (totals.isEmpty()) {
      return;
    }
    double tokens = block.tokens().size();
    double sum = 0;
    for (int k = 0; k < most.length; k++) {
      double total = totals.get(k);
      sum += total;
      add((least[k] - total) / tokens);
      add((total - most[k]) / tokens);
    }
    add(Math.abs(sum - tokens) / tokens);
  }

  double excess() {
    return excess;
  }

  private void above(double value, double bound) {
    if (value != bound) {
      add(value - bound);
    }
  }

  /** Rounding leaves up to 1e-12 of excess; NaN stays. */
  private void add(double by) {
    excess = by > excess || Double.isNaN(by) ? by : excess;
  }
}
