package glassbox.engine.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.ledger.block.Combination;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CombinerTest {
  private static final int VOCABULARY = 500;
  private final RandomGenerator random = Distributions.seeded(7);
  private final SpecialistLogProbs three = Distributions.specialists(random, 3, VOCABULARY);

  private static List<Double> logs(double... weights) {
    return DoubleStream.of(weights).map(Math::log).boxed().toList();
  }

  /** Textbook form, term by term: ln sum_i w_i exp(lp_i). */
  private static double mixtureOf(SpecialistLogProbs logProbs, int v, double... weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * Math.exp(logProbs.of(i, v));
    }
    return Math.log(sum);
  }

  @Test
  void uniformMixtureOfThePublishedNumbers() {
    SpecialistLogProbs one =
        Distributions.of(new float[] {-1.512f}, new float[] {-3.891f}, new float[] {-1.221f});
    Joint joint = new Combiner(Combination.Mixture.uniform(3)).join(one);
    assertThat(joint.logProb(0)).isCloseTo(-1.7226, within(1e-4));
  }

  @Test
  void weightedMixtureMatchesTheFormulaEverywhereAndSumsToOne() {
    Joint joint = new Combiner(new Combination.Mixture(logs(.5, .3, .2))).join(three);
    double sum = 0;
    double entropy = 0;
    for (int v = 0; v < VOCABULARY; v++) {
      assertThat(joint.logProb(v)).isCloseTo(mixtureOf(three, v, .5, .3, .2), within(1e-12));
      sum += Math.exp(joint.logProb(v));
      entropy -= Math.exp(joint.logProb(v)) * joint.logProb(v);
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
    assertThat(joint.entropy()).isCloseTo(entropy, within(1e-12));
    assertThat(joint.ensembled()).isTrue();
  }

  @Test
  void disagreementIsLnTwoOfTwoWhoShareNothingAndZeroOfTwins() {
    float off = Float.NEGATIVE_INFINITY;
    SpecialistLogProbs apart = Distributions.of(new float[] {0, off}, new float[] {off, 0});
    SpecialistLogProbs twins = Distributions.of(new float[] {-.7f, -.7f}, new float[] {-.7f, -.7f});
    for (Combination rule :
        List.of(Combination.Mixture.uniform(2), new Combination.Product(List.of(2.0, 2.0)))) {
      assertThat(new Combiner(rule).join(twins).disagreement()).isCloseTo(0, within(1e-9));
    }
    assertThat(new Combiner(Combination.Mixture.uniform(2)).join(apart).disagreement())
        .isCloseTo(Math.log(2), within(1e-12));
    assertThat(new Combiner(new Combination.Gated(logs(.5, .5), 0, 1)).join(apart).disagreement())
        .isZero();
  }

  @Test
  void disagreementIsTheMeanDivergenceFromTheMixture() {
    double[] weights = {.5, .3, .2};
    Joint joint = new Combiner(new Combination.Mixture(logs(weights))).join(three);
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int v = 0; v < VOCABULARY; v++) {
        double p = Math.exp(three.of(i, v));
        mean += weights[i] * p * (three.of(i, v) - joint.logProb(v));
      }
    }
    assertThat(joint.disagreement()).isCloseTo(mean, within(1e-6));
  }

  @Test
  void whatTheAuditorRecomputesIsTheJoint() {
    List<Combination> rules =
        List.of(
            Combination.Mixture.uniform(3),
            new Combination.Product(List.of(.5, 0.0, 1.2)),
            new Combination.PrefixUpdated(logs(.5, .3, .2)),
            new Combination.Gated(logs(.5, .3, .2), 1, 0),
            new Combination.Gated(logs(.5, .3, .2), 1, 100));
    for (Combination rule : rules) {
      Combiner combiner = new Combiner(rule);
      for (int t = 0; t < 20; t++) {
        SpecialistLogProbs step = Distributions.specialists(random, 3, VOCABULARY);
        Joint joint = combiner.join(step);
        int v = random.nextInt(VOCABULARY);
        float[] column = step.column(v);
        assertThat(joint.logProb(v))
            .as("%s token %d", rule, t)
            .isCloseTo(
                combiner.recomputed(column, joint.ensembled(), joint.logNormalizer()),
                within(1e-12))
            .isCloseTo(combiner.logProb(step, v), within(1e-12));
        assertThat(DoubleStream.of(combiner.shares(column, joint.ensembled())).sum())
            .isCloseTo(1, within(1e-12));
        combiner.observe(column);
      }
    }
  }

  @Test
  void productIsRenormalised() {
    Joint joint = new Combiner(new Combination.Product(List.of(.5, .5, 1.0))).join(three);
    double sum = 0;
    for (int v = 0; v < VOCABULARY; v++) {
      double unnormalised = .5 * three.of(0, v) + .5 * three.of(1, v) + three.of(2, v);
      assertThat(joint.logProb(v) + joint.logNormalizer()).isCloseTo(unnormalised, within(1e-12));
      sum += Math.exp(joint.logProb(v));
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @Test
  void prefixUpdatedWeightsAreThePosterior() {
    double[] prior = {.5, .3, .2};
    double[] evidence = prior.clone();
    Combiner combiner = new Combiner(new Combination.PrefixUpdated(logs(prior)));
    for (int t = 0; t < 12; t++) {
      SpecialistLogProbs step = Distributions.specialists(random, 3, VOCABULARY);
      int v = combiner.join(step).argmax();
      combiner.observe(step.column(v));
      for (int i = 0; i < 3; i++) {
        evidence[i] *= Math.exp(step.of(i, v));
      }
      double total = DoubleStream.of(evidence).sum();
      double[] logWeights = combiner.logWeights(true);
      for (int i = 0; i < 3; i++) {
        assertThat(Math.exp(logWeights[i])).isCloseTo(evidence[i] / total, within(1e-12));
      }
    }
  }

  @Test
  void gateOpensWhereTheMainSpecialistIsUnsure() {
    double entropy = three.entropy(1);
    Joint open = new Combiner(new Combination.Gated(logs(.5, .3, .2), 1, entropy)).join(three);
    Joint shut =
        new Combiner(new Combination.Gated(logs(.5, .3, .2), 1, entropy + 1e-9)).join(three);
    assertThat(open.ensembled()).isTrue();
    assertThat(open.logProb(3)).isCloseTo(mixtureOf(three, 3, .5, .3, .2), within(1e-12));
    assertThat(shut.ensembled()).isFalse();
    assertThat(shut.logProb(3)).isCloseTo(three.of(1, 3), within(1e-12));
    assertThat(shut.entropy()).isCloseTo(entropy, within(1e-9));
  }

  @Test
  void permutingSpecialistsPermutesShares() {
    SpecialistLogProbs turned =
        Distributions.of(three.values()[2], three.values()[0], three.values()[1]);
    Combiner straight = new Combiner(new Combination.Mixture(logs(.5, .3, .2)));
    Combiner permuted = new Combiner(new Combination.Mixture(logs(.2, .5, .3)));
    assertThat(permuted.join(turned).logProb(9))
        .isCloseTo(straight.join(three).logProb(9), within(1e-12));
    double[] shares = straight.shares(three.column(9), true);
    double[] turnedShares = permuted.shares(turned.column(9), true);
    assertThat(turnedShares)
        .containsExactly(new double[] {shares[2], shares[0], shares[1]}, within(1e-12));
  }

  @Test
  void impossibleTokensKeepAFiniteJoint() {
    SpecialistLogProbs far =
        Distributions.of(new float[] {0, -800}, new float[] {0, -900}, new float[] {0, -810});
    Joint joint = new Combiner(Combination.Mixture.uniform(3)).join(far);
    assertThat(joint.logProb(1)).isCloseTo(-800 - Math.log(3) + Math.exp(-10), within(1e-8));
    assertThat(joint.entropy()).isZero();
  }
}
