package glassbox.engine.federation;

import static glassbox.engine.federation.ShortPasses.RUN;
import static glassbox.engine.federation.ShortPasses.ids;
import static glassbox.engine.federation.ShortPasses.plan;
import static glassbox.engine.federation.ShortPasses.sampled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import glassbox.ledger.attribution.Level;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.TokenBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Answers of three specialists: their record, shares, draws and traces. */
class FederationTest extends TinyFederationTest {

  private static List<Double> logs(double... weights) {
    return DoubleStream.of(weights).map(Math::log).boxed().toList();
  }

  @Test
  void recordAddsUpAndSharesSumToOne() {
    Outcome outcome = federation.generate(sampled(5), TokenListener.SILENT);
    Reconciliation stored = Reconciliation.of(outcome.block().stored());
    assertThat(stored.max()).isLessThan(1e-9);
    assertThat(stored.level()).isEqualTo(Level.STRICT);
    for (TokenStep step : outcome.tokens()) {
      assertThat(DoubleStream.of(step.shares()).sum()).isCloseTo(1, within(1e-9));
      assertThat(Math.abs(step.residual())).isLessThan(1e-12);
      assertThat(step.normalizedEntropy()).isBetween(0.0, 1.0);
      assertThat(step.entry().sampled()).isLessThanOrEqualTo(0);
    }
    assertThat(outcome.block().specialists())
        .extracting("id")
        .contains("general", "domain", "user");
    assertThat(outcome.block().execution().rows()).isEqualTo(2);
  }

  @Test
  void everyCombinationAddsUp() {
    List<Combination> rules =
        List.of(
            new Combination.Mixture(logs(.2, .5, .3)),
            new Combination.Product(List.of(1.0, .5, .25)),
            new Combination.PrefixUpdated(logs(.2, .5, .3)),
            new Combination.Gated(logs(.2, .5, .3), 2, 3.5));
    for (Combination rule : rules) {
      Outcome outcome = federation.generate(sampled(6).combining(rule), TokenListener.SILENT);
      assertThat(Reconciliation.of(outcome.block().stored()).max()).as("%s", rule).isLessThan(1e-9);
    }
  }

  private static List<TokenStep> gated(double threshold) {
    Plan plan = plan("hello", 1).combining(new Combination.Gated(logs(.2, .5, .3), 2, threshold));
    return federation.score(plan, "it is what it is", TokenListener.SILENT).tokens();
  }

  @Test
  void gatedRunsSayWhichTokensWereEnsembled() {
    // With the gate shut, the joint's entropy is the main specialist's.
    double median =
        gated(100).stream()
            .mapToDouble(s -> s.entry().entropy())
            .sorted()
            .skip(8)
            .findFirst()
            .orElseThrow();
    List<TokenStep> steps = gated(median);
    assertThat(steps).extracting(s -> s.entry().ensembled()).contains(true, false);
    for (TokenStep step : steps) {
      if (!step.entry().ensembled()) {
        assertThat(step.entry().joint()).isCloseTo(step.entry().logProb(2), within(1e-12));
        assertThat(step.shares()).containsExactly(0, 0, 1);
      }
    }
  }

  @Test
  void permutingSpecialistsPermutesShares() {
    Federation turned =
        tiny.federation(
            new Combination.Mixture(logs(.3, .2, .5)), tiny.user(), tiny.general(), tiny.domain());
    Outcome straight =
        federation.generate(
            sampled(7).combining(new Combination.Mixture(logs(.2, .5, .3))), TokenListener.SILENT);
    Outcome permuted = turned.generate(sampled(7), TokenListener.SILENT);
    assertThat(ids(permuted)).isEqualTo(ids(straight));
    for (int t = 0; t < straight.tokens().size(); t++) {
      double[] s = straight.tokens().get(t).shares();
      assertThat(permuted.tokens().get(t).shares())
          .containsExactly(new double[] {s[2], s[0], s[1]}, within(1e-9));
    }
  }

  @Test
  void sameSeedSameTokens() {
    List<Integer> first = ids(federation.generate(sampled(8), TokenListener.SILENT));
    assertThat(ids(federation.generate(sampled(8), TokenListener.SILENT))).isEqualTo(first);
    assertThat(ids(federation.generate(sampled(9), TokenListener.SILENT))).isNotEqualTo(first);
    assertThat(federation.generateUnrecorded(sampled(8))).isEqualTo(first);
  }

  @Test
  void stopStringsEndTheAnswerAndAreCut() {
    String text = federation.generate(plan("hello", 20), TokenListener.SILENT).text();
    String stop = text.substring(4, 7);
    List<String> shown = new ArrayList<>();
    Outcome outcome =
        federation.generate(
            plan("hello", 20).stoppingAt(List.of("zzz", stop)), step -> shown.add(step.text()));
    assertThat(outcome.text()).isEqualTo(text.substring(0, text.indexOf(stop)));
    assertThat(outcome.finish()).isEqualTo(Outcome.Finish.STOP);
    assertThat(String.join("", shown)).isEqualTo(outcome.text());
    assertThat(outcome.tokens()).hasSameSizeAs(outcome.block().tokens());
    assertThat(outcome.tokens().stream().map(TokenStep::text).collect(Collectors.joining()))
        .isEqualTo(outcome.text());
  }

  @Test
  void tracesCoverEveryToken() {
    Plan plan = plan("hello", 6);
    Plan traced =
        new Plan(
            RUN,
            0,
            plan.prompt(),
            plan.combination(),
            plan.sampler(),
            6,
            List.of(),
            Forcing.prefix(20, 21, 22),
            3,
            true);
    Outcome outcome = federation.generate(traced, TokenListener.SILENT);
    for (TokenStep step : outcome.tokens()) {
      assertThat(step.traces()).hasSize(3);
      assertThat(step.top()).hasSize(3);
    }
    assertThat(federation.replay(outcome.block(), ReplayShape.RECORDED).bitEqual()).isTrue();
    TokenBlock kept = BlockCodec.decode(BlockCodec.encode(outcome.block()));
    assertThat(kept.supplement().traces()).hasSize(outcome.tokens().size());
    for (int t = 0; t < outcome.tokens().size(); t++) {
      for (int i = 0; i < 3; i++) {
        double[] norms = outcome.tokens().get(t).traces().get(i).norms();
        List<Float> stored = kept.supplement().traces().get(t).get(i).norms();
        assertThat(stored).hasSize(norms.length);
        assertThat(stored.getLast()).isEqualTo((float) norms[norms.length - 1]);
      }
    }
  }

  @Test
  void listenersCanStopAPass() {
    List<TokenStep> seen = new ArrayList<>();
    assertThatExceptionOfType(FederationException.Abandoned.class)
        .isThrownBy(
            () ->
                federation.generate(
                    sampled(1),
                    step -> {
                      seen.add(step);
                      return seen.size() < 3;
                    }));
    assertThat(seen).hasSize(3);
    assertThat(tiny.admission.inFlight()).isZero();
  }

  @Test
  void weightsThatDoNotFitAreRefused() {
    assertThatExceptionOfType(FederationException.Unfit.class)
        .isThrownBy(
            () ->
                federation.generate(
                    sampled(1).combining(Combination.Mixture.uniform(2)), TokenListener.SILENT));
  }
}
