package glassbox.ledger.attribution;

import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Rest;
import glassbox.ledger.block.SpecialistTrace;
import glassbox.ledger.block.Supplement;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The form of a block for many specialists: each token lists the specialists that contributed most
 * to it and holds what the others contributed as one exact number, so that the joint is still
 * recomputed from the record.
 *
 * <p>A mixture lists the largest contributions of each token, a gated block too, with the main
 * specialist among them where it decided alone. A product holds the others' weighted sum beside
 * their mass. The weights of a prefix-updated block are a posterior that needs all earlier
 * log-probabilities of a specialist, so it lists at every token the same specialists, those with
 * the largest shares of the whole block; the others' weight evolves as one, exactly: their mass
 * over the joint.
 */
public final class TopContributions {
  /** How many specialists a token lists unless somebody decides otherwise. */
  public static final int DEFAULT_LISTED = 64;

  private static final int NONE = -1;

  private final TokenBlock whole;
  private final int most;
  private final CombinationFormula formula;
  private final double[] totals;

  private TopContributions(TokenBlock whole, int most) {
    this.whole = whole;
    this.most = most;
    this.formula = CombinationFormula.start(whole.combination());
    this.totals = totals(whole);
  }

  /**
   * The block with tokens that list {@code most} specialists; itself if it has no more.
   *
   * @throws IllegalArgumentException if {@code most} is below 1 or tokens do not list all
   */
  public static TokenBlock of(TokenBlock whole, int most) {
    if (most < 1 || whole.tokens().stream().anyMatch(t -> !t.whole())) {
      throw new IllegalArgumentException("wants a whole block and at least one specialist to list");
    }
    return most >= whole.specialists().size() || whole.tokens().isEmpty()
        ? whole
        : new TopContributions(whole, most).block();
  }

  private TokenBlock block() {
    int[] ofBlock = largest(totals, NONE);
    boolean fixed = whole.combination() instanceof Combination.PrefixUpdated;
    List<TokenEntry> tokens = new ArrayList<>();
    List<List<SpecialistTrace>> traces = new ArrayList<>();
    for (int t = 0; t < whole.tokens().size(); t++) {
      TokenEntry token = whole.tokens().get(t);
      double[] terms = formula.terms(token);
      int[] listed = fixed ? ofBlock : largest(terms, required(token));
      tokens.add(token.listing(listed, rest(token, listed)));
      if (!whole.supplement().traces().isEmpty()) {
        List<SpecialistTrace> all = whole.supplement().traces().get(t);
        traces.add(Arrays.stream(listed).mapToObj(all::get).toList());
      }
      formula.observe(token);
    }
    return new TokenBlock(
        whole.runId(),
        whole.pass(),
        whole.specialists(),
        whole.combination(),
        whole.sampler(),
        whole.execution(),
        whole.content(),
        tokens,
        new Supplement(
            whole.supplement().deltas(), traces, Arrays.stream(totals).boxed().toList()));
  }

  private int required(TokenEntry token) {
    return whole.combination() instanceof Combination.Gated gated && !token.ensembled()
        ? gated.main()
        : NONE;
  }

  /** Indices of the largest values, ascending; a NaN is larger than any, the first of equals. */
  private int[] largest(double[] values, int required) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(k -> k == required ? 0 : 1)
                .thenComparing(Comparator.<Integer>comparingDouble(k -> values[k]).reversed()))
        .limit(most)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private Rest rest(TokenEntry token, int[] listed) {
    double sum = 0;
    if (whole.combination() instanceof Combination.Product product) {
      for (int k = 0; k < product.size(); k++) {
        boolean other = Arrays.binarySearch(listed, k) < 0;
        sum += other ? CombinationFormula.weighted(product, k, token.logProb(k)) : 0;
      }
    }
    return new Rest(formula.restMass(token.logProbs(), token.ensembled(), listed), sum);
  }

  private static double[] totals(TokenBlock whole) {
    double[] totals = new double[whole.specialists().size()];
    CombinationFormula formula = CombinationFormula.start(whole.combination());
    for (TokenEntry token : whole.tokens()) {
      double[] shares = formula.shares(token);
      for (int k = 0; k < totals.length; k++) {
        totals[k] += shares[k];
      }
      formula.observe(token);
    }
    return totals;
  }
}
