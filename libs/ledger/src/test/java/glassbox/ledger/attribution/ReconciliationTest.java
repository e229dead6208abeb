package glassbox.ledger.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.Blocks;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Execution;
import glassbox.ledger.block.SamplerSettings;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  /** The record printed in the source does not add up: joint of its three numbers is -1.7226. */
  @Test
  void callsTheSourcesOwnExampleCatastrophic() {
    Reconciliation check =
        Reconciliation.of(
            block(
                Combination.Mixture.uniform(3), token(-1.234, true, 0, -1.512f, -3.891f, -1.221f)));
    assertThat(check.residual(0)).isCloseTo(0.489, within(5e-4));
    assertThat(check.level()).isEqualTo(Level.CATASTROPHIC);
    assertThat(-1.234 - check.residual(0)).isCloseTo(-1.7226, within(5e-5));
  }

  @Test
  void joinsAMixtureByItsWeights() {
    Combination mixture = new Combination.Mixture(List.of(Math.log(0.25), Math.log(0.75)));
    TokenEntry token = token(Math.log(0.25 * 0.5 + 0.75 * 0.1), true, 0, ln(0.5), ln(0.1));
    Reconciliation check = Reconciliation.of(block(mixture, token));
    assertThat(check.max()).isLessThan(1e-7);
    assertThat(check.share(0, 0)).isCloseTo(0.125 / 0.2, within(1e-7));
    assertThat(check.leader(0)).isZero();
    assertThat(check.weights(0)).containsExactly(new double[] {0.25, 0.75}, within(1e-15));
  }

  @Test
  void movesThePosteriorByEveryEarlierToken() {
    Combination updated = new Combination.PrefixUpdated(List.of(Math.log(0.5), Math.log(0.5)));
    TokenEntry first = token(Math.log(0.5), true, 0, ln(0.8), ln(0.2));
    TokenEntry second = token(Math.log(0.8 * 0.5 + 0.2 * 0.25), true, 0, ln(0.5), ln(0.25));
    Reconciliation check = Reconciliation.of(block(updated, first, second));
    assertThat(check.max()).isLessThan(1e-7);
    assertThat(check.weights(0)).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
    assertThat(check.weights(1)).containsExactly(new double[] {0.8, 0.2}, within(1e-7));
  }

  @Test
  void takesTheMainSpecialistAloneWhereNotEnsembled() {
    Combination gated = new Combination.Gated(List.of(Math.log(0.5), Math.log(0.5)), 1, 1.0);
    TokenEntry alone = token(ln(0.9), false, 0, ln(0.1), ln(0.9));
    TokenEntry joined = token(Math.log(0.5), true, 0, ln(0.1), ln(0.9));
    Reconciliation check = Reconciliation.of(block(gated, alone, joined));
    assertThat(check.max()).isLessThan(1e-7);
    assertThat(check.share(0, 1)).isEqualTo(1);
    assertThat(check.share(1, 0)).isCloseTo(0.1, within(1e-7));
  }

  @Test
  void dividesAProductByItsNormaliser() {
    Combination product = new Combination.Product(List.of(1.0, 2.0, 0.0));
    double joint = Math.log(0.5) + 2 * Math.log(0.25) - Math.log(0.1);
    TokenEntry token =
        token(joint, true, Math.log(0.1), ln(0.5), ln(0.25), Float.NEGATIVE_INFINITY);
    Reconciliation check = Reconciliation.of(block(product, token));
    assertThat(check.max()).isLessThan(1e-6);
    assertThat(check.share(0, 2)).isZero();
    assertThat(check.share(0, 0)).isCloseTo(0.5, within(1e-7));
    assertThatThrownBy(
            () ->
                CombinationFormula.start(Combination.Mixture.uniform(1)).unnormalized(new float[1]))
        .isInstanceOf(IllegalStateException.class);
  }

  /** 0.333 three times is 0.999: the joint would be no distribution. */
  @Test
  void countsWeightsThatDoNotSumToOne() {
    Combination rounded = new Combination.Mixture(Collections.nCopies(3, Math.log(0.333)));
    double joint = Math.log(0.999 * 0.5);
    TokenEntry token = token(joint, true, 0, ln(0.5), ln(0.5), ln(0.5));
    Reconciliation check = Reconciliation.of(block(rounded, token));
    assertThat(Math.abs(check.residual(0))).isLessThan(1e-7);
    assertThat(check.weightResidual()).isCloseTo(1.0005e-3, within(1e-7));
    assertThat(check.level()).isEqualTo(Level.FLAGGED);
  }

  @Test
  void callsNotANumberCatastrophic() {
    TokenEntry token = token(-1, true, 0, Float.NaN, -1);
    Reconciliation check = Reconciliation.of(block(Combination.Mixture.uniform(2), token));
    assertThat(check.max()).isNaN();
    assertThat(check.level()).isEqualTo(Level.CATASTROPHIC);
    assertThat(check.level().accepted()).isFalse();
  }

  @Test
  void putsTheBarsWhereTheyBelong() {
    assertThat(Level.of(0)).isEqualTo(Level.STRICT);
    assertThat(Level.of(1e-5)).isEqualTo(Level.LENIENT);
    assertThat(Level.of(1e-3)).isEqualTo(Level.FLAGGED);
    assertThat(Level.of(1e-2)).isEqualTo(Level.FLAGGED);
    assertThat(Level.of(Math.nextUp(1e-2))).isEqualTo(Level.CATASTROPHIC);
    assertThat(Level.of(Double.NaN)).isEqualTo(Level.CATASTROPHIC);
    assertThat(Level.of(Double.POSITIVE_INFINITY)).isEqualTo(Level.CATASTROPHIC);
  }

  @Test
  void saysWhoWasOverruled() {
    Combination mixture = Combination.Mixture.uniform(3);
    TokenEntry token =
        token(Math.log((0.9 + 0.005 + 0.3) / 3), true, 0, ln(0.9), ln(0.005), ln(0.3));
    Reconciliation check = Reconciliation.of(block(mixture, token));
    assertThat(check.overruled(0, 1)).isTrue();
    assertThat(check.overruled(0, 2)).isFalse();
    assertThat(check.timesOverruled(1)).isEqualTo(1);
    assertThat(check.leads(0)).isEqualTo(1);
  }

  @Property(tries = 200)
  void keepsItsLaws(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 3) int rule,
      @ForAll @IntRange(min = 1, max = 5) int specialists) {
    TokenBlock block = Blocks.random(seed, rule, specialists, 20);
    Reconciliation check = Reconciliation.of(block);
    assertThat(check.max()).isLessThan(1e-12);
    for (int t = 0; t < 20; t++) {
      int token = t;
      double sum = IntStream.range(0, specialists).mapToDouble(k -> check.share(token, k)).sum();
      assertThat(sum).isCloseTo(1, within(1e-12));
    }
    double mean = IntStream.range(0, specialists).mapToDouble(check::meanShare).sum();
    assertThat(mean).isCloseTo(1, within(1e-12));
    assertThat(IntStream.range(0, specialists).map(check::leads).sum()).isEqualTo(20);
  }

  /** Permuting the specialists permutes the shares and leaves the residuals. */
  @Property(tries = 100)
  void treatsSpecialistsAlike(@ForAll long seed) {
    TokenBlock block = Blocks.random(seed, 0, 3, 10);
    List<Double> logWeights = ((Combination.Mixture) block.combination()).logWeights();
    int[] order = {2, 0, 1};
    List<TokenEntry> tokens = new ArrayList<>();
    for (TokenEntry token : block.tokens()) {
      float[] permuted = new float[3];
      for (int k = 0; k < 3; k++) {
        permuted[k] = token.logProb(order[k]);
      }
      tokens.add(token(token.joint(), true, 0, permuted));
    }
    Combination permuted =
        new Combination.Mixture(Arrays.stream(order).mapToObj(logWeights::get).toList());
    Reconciliation before = Reconciliation.of(block);
    Reconciliation after = Reconciliation.of(block(permuted, tokens.toArray(TokenEntry[]::new)));
    for (int t = 0; t < 10; t++) {
      assertThat(after.residual(t)).isCloseTo(before.residual(t), within(1e-14));
      for (int k = 0; k < 3; k++) {
        assertThat(after.share(t, k)).isCloseTo(before.share(t, order[k]), within(1e-14));
      }
    }
  }

  /** One recorded number off by 0.02 nats is never accepted. */
  @Property(tries = 200)
  void flagsOnePerturbedJoint(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int rule) {
    TokenBlock block = Blocks.random(seed, rule, 3, 10);
    List<TokenEntry> tokens = new ArrayList<>(block.tokens());
    TokenEntry old = tokens.get(4);
    tokens.set(
        4,
        new TokenEntry(
            old.logProbs(),
            old.joint() - 0.02,
            old.sampled(),
            old.entropy(),
            old.forced(),
            old.ensembled(),
            old.logNormalizer()));
    Reconciliation check =
        Reconciliation.of(block(block.combination(), tokens.toArray(TokenEntry[]::new)));
    assertThat(check.level()).isEqualTo(Level.CATASTROPHIC);
  }

  @Test
  void acceptsAnEmptyBlock() {
    Reconciliation check = Reconciliation.of(block(Combination.Mixture.uniform(2)));
    assertThat(check.median()).isZero();
    assertThat(check.meanShare(0)).isZero();
    assertThat(check.level()).isEqualTo(Level.STRICT);
  }

  private static float ln(double p) {
    return (float) Math.log(p);
  }

  private static TokenEntry token(
      double joint, boolean ensembled, double logNormalizer, float... logProbs) {
    return new TokenEntry(logProbs, joint, joint, 0, false, ensembled, logNormalizer);
  }

  private static TokenBlock block(Combination combination, TokenEntry... tokens) {
    return new TokenBlock(
        new UUID(0, 0),
        0,
        IntStream.range(0, combination.size())
            .mapToObj(k -> new SpecialistRef("s" + k, "00".repeat(32)))
            .toList(),
        combination,
        new SamplerSettings(1, 1, false, 0),
        new Execution("test", 1, 1),
        BlockContent.unsalted(List.of(), Collections.nCopies(tokens.length, 1)),
        List.of(tokens));
  }
}
