package glassbox.engine.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.ledger.block.SamplerSettings;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final Joint JOINT = Distributions.joint(.05, .4, .1, .2, .25);

  private static Sampler sampler(double temperature, double topP, long seed) {
    return new Sampler(new SamplerSettings(temperature, topP, true, seed));
  }

  private static List<Integer> draws(Sampler sampler, int count) {
    return IntStream.range(0, count).map(i -> sampler.draw(JOINT).tokenId()).boxed().toList();
  }

  @Test
  void greedyTakesTheMostProbableAndOfEqualsTheLowestId() {
    Sampler greedy = new Sampler(new SamplerSettings(5, .1, false, 0));
    assertThat(greedy.draw(JOINT).tokenId()).isEqualTo(1);
    Draw equal = greedy.draw(Distributions.joint(.2, .4, .4));
    assertThat(equal.tokenId()).isEqualTo(1);
    assertThat(equal.sampledLogProb()).isEqualTo(Math.log(.4));
  }

  @Test
  void sameSeedSameTokensOtherSeedOthers() {
    assertThat(draws(sampler(1, 1, 3), 200)).isEqualTo(draws(sampler(1, 1, 3), 200));
    assertThat(draws(sampler(1, 1, 3), 200)).isNotEqualTo(draws(sampler(1, 1, 4), 200));
  }

  /** 20,000 draws: each frequency within 5 standard errors; false alarms below 1e-5. */
  @Test
  void frequenciesFollowTemperatureAndNucleus() {
    Sampler sampler = sampler(.5, .9, 11);
    double[] squares = {.05 * .05, .4 * .4, .1 * .1, .2 * .2, .25 * .25};
    // p^2 renormalised: .0093 .59 .037 .147 .23; the nucleus of .9 holds the tokens 1, 4 and 3.
    double mass = squares[1] + squares[4] + squares[3];
    int[] counts = new int[5];
    int n = 20_000;
    draws(sampler, n).forEach(id -> counts[id]++);
    assertThat(counts[0] + counts[2]).isZero();
    for (int id : new int[] {1, 3, 4}) {
      double p = squares[id] / mass;
      assertThat(counts[id] / (double) n).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / n)));
    }
  }

  @Test
  void recordsWhatItDrewFrom() {
    Sampler sampler = sampler(.5, .9, 1);
    double mass = .16 + .0625 + .04;
    Draw draw = sampler.draw(JOINT);
    double p = Math.exp(2 * JOINT.logProb(draw.tokenId())) / mass;
    assertThat(draw.sampledLogProb()).isCloseTo(Math.log(p), within(1e-12));
    double entropy = 0;
    for (double square : new double[] {.16, .0625, .04}) {
      entropy -= square / mass * Math.log(square / mass);
    }
    assertThat(draw.normalizedEntropy()).isCloseTo(entropy / Math.log(3), within(1e-12));
  }

  @Test
  void uniformDistributionHasNormalisedEntropyOneAndALoneTokenZero() {
    assertThat(sampler(1, 1, 0).draw(Distributions.joint(.25, .25, .25, .25)).normalizedEntropy())
        .isCloseTo(1, within(1e-12));
    assertThat(sampler(1, .3, 0).draw(JOINT)).isEqualTo(new Draw(1, 0, 0));
  }

  @Test
  void unchangedJointIsDrawnFromAsItIs() {
    Draw draw = sampler(1, 1, 5).draw(JOINT);
    assertThat(draw.sampledLogProb()).isEqualTo(JOINT.logProb(draw.tokenId()));
  }

  @Test
  void nucleusOfEquallyProbableTokensTakesLowerIdsFirst() {
    Processed nucleus = Processed.of(Distributions.joint(.25, .25, .25, .25), 1, .5);
    assertThat(nucleus.tokenIds()).containsExactly(0, 1);
    assertThat(nucleus.probabilities()).containsExactly(.5, .5);
  }

  @Test
  void extremeTemperaturesStayDistributions() {
    assertThat(sampler(1e-6, 1, 0).draw(JOINT).tokenId()).isEqualTo(1);
    Processed hot = Processed.of(JOINT, 1e9, 1);
    assertThat(hot.probabilities()).containsOnly(new double[] {.2}, within(1e-6));
  }

  @Test
  void forcedTokensTakeNoRandomness() {
    Sampler with = sampler(1, 1, 9);
    with.forced(JOINT, 2);
    assertThat(with.forced(JOINT, 0).sampledLogProb()).isEqualTo(JOINT.logProb(0));
    assertThat(draws(with, 50)).isEqualTo(draws(sampler(1, 1, 9), 50));
  }

  @Test
  void topListsTheMostProbableFirst() {
    assertThat(JOINT.top(3).stream().map(Joint.Candidate::tokenId)).containsExactly(1, 4, 3);
    assertThat(JOINT.top(99)).hasSize(5);
    assertThat(JOINT.top(0)).isEmpty();
    assertThat(Distributions.joint(.25, .25, .25, .25).top(2).stream().map(c -> c.tokenId()))
        .containsExactly(0, 1);
  }
}
