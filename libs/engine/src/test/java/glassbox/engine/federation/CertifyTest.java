package glassbox.engine.federation;

import static glassbox.engine.federation.Certifying.LOGS;
import static glassbox.engine.federation.Certifying.block;
import static glassbox.engine.federation.Certifying.certificate;
import static glassbox.engine.federation.Certifying.content;
import static glassbox.engine.federation.Certifying.federation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.engine.decoder.DecoderOptions;
import glassbox.engine.reference.TinyBottlenecks;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Concept;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.TokenBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Certificates: both decoders agree, and they obey their laws. */
class CertifyTest extends LegibleFederationTest {

  static List<Combination> combinations() {
    return List.of(
        new Combination.Mixture(LOGS),
        new Combination.Product(List.of(.2, .5, .3)),
        new Combination.PrefixUpdated(LOGS),
        new Combination.Gated(LOGS, 1, 3.2));
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void decodersAgree(Combination combination) {
    TokenBlock block = block(federation(fast, combination));
    Certificate quick = certificate(federation(fast, combination), block);
    Certificate plain = certificate(federation(slow, combination), block);
    assertThat(quick.tokens()).hasSameSizeAs(block.tokens());
    for (int t = 0; t < quick.tokens().size(); t++) {
      Certificate.Token actual = quick.tokens().get(t);
      Certificate.Token expected = plain.tokens().get(t);
      assertThat(actual.delta()).isCloseTo(expected.delta(), within(1e-4)).isBetween(0.0, 1.0);
      for (int i = 0; i < 3; i++) {
        assertThat(actual.memberDeltas().get(i))
            .isCloseTo(expected.memberDeltas().get(i), within(1e-4));
      }
      assertThat(actual.concepts()).hasSameSizeAs(expected.concepts());
      for (int c = 0; c < actual.concepts().size(); c++) {
        Concept concept = expected.concepts().get(c);
        assertThat(actual.concepts().get(c).specialist()).isEqualTo(concept.specialist());
        assertThat(actual.concepts().get(c).site()).isEqualTo(concept.site());
        assertThat(actual.concepts().get(c).atom()).isEqualTo(concept.atom());
        assertThat(actual.concepts().get(c).activation())
            .isCloseTo(concept.activation(), within(1e-4));
      }
    }
    assertThat(quick.summary().mean()).isGreaterThan(.01); // random bottlenecks lose much
    assertThat(quick.agreement()).isEqualTo(plain.agreement()).isBetween(0.0, 1.0);
  }

  @Test
  void aMixtureIsNeverFartherThanItsSpecialistsTogether() {
    Federation federation = federation(fast, new Combination.Mixture(LOGS));
    for (Certificate.Token token : certificate(federation, block(federation)).tokens()) {
      List<Double> members = token.memberDeltas();
      double together = .2 * members.get(0) + .5 * members.get(1) + .3 * members.get(2);
      assertThat(token.delta()).isLessThanOrEqualTo(together + 1e-6);
    }
  }

  @Test
  void permutingSpecialistsPermutesTheirDeltas() {
    Federation federation = federation(fast, new Combination.Mixture(LOGS));
    TokenBlock block = block(federation);
    Combination turned = new Combination.Mixture(List.of(LOGS.get(2), LOGS.get(0), LOGS.get(1)));
    Federation other = fast.federation(turned, fast.user(), fast.general(), fast.domain());
    List<SpecialistRef> refs = block.specialists();
    TokenBlock same =
        new TokenBlock(
            block.runId(),
            0,
            List.of(refs.get(2), refs.get(0), refs.get(1)),
            turned,
            block.sampler(),
            block.execution(),
            block.content(),
            block.tokens());
    Certificate first = certificate(federation, block);
    Certificate second = certificate(other, same);
    for (int t = 0; t < first.tokens().size(); t++) {
      Certificate.Token token = second.tokens().get(t);
      assertThat(token.delta()).isCloseTo(first.tokens().get(t).delta(), within(1e-6));
      for (int i = 0; i < 3; i++) {
        assertThat(token.memberDeltas().get((i + 1) % 3))
            .isCloseTo(first.tokens().get(t).memberDeltas().get(i), within(1e-6));
      }
    }
  }

  @Test
  void aSpecialistAloneIsItsOwnJoint() {
    Federation alone = fast.federation(Combination.Mixture.uniform(1), fast.user());
    for (Certificate.Token token : certificate(alone, block(alone)).tokens()) {
      assertThat(token.memberDeltas()).hasSize(1);
      assertThat(token.delta()).isCloseTo(token.memberDeltas().getFirst(), within(1e-12));
    }
  }

  @Test
  void codesThatExplainEverythingGiveNoDelta(@TempDir Path other) throws IOException {
    try (TinyFederation exact =
        TinyFederation.legible(
            other, TinyBottlenecks.exact(1), TinyBottlenecks.exact(2), DecoderOptions.defaults())) {
      Federation federation = exact.federation();
      Certificate certificate = certificate(federation, block(federation));
      assertThat(certificate.summary().max()).isLessThan(1e-4);
      assertThat(certificate.agreement()).isEqualTo(1);
      assertThat(federation.calibratedDelta()).isEmpty();
    }
  }

  @Test
  void holdingLessAtOnceChangesNothing() {
    Federation federation = federation(slow, new Combination.PrefixUpdated(LOGS));
    TokenBlock block = block(federation);
    Lineup lineup = Lineup.of(federation.spec().members());
    int[] prompt = content(block).promptIds().stream().mapToInt(Integer::intValue).toArray();
    int[] answer = content(block).tokenIds().stream().mapToInt(Integer::intValue).toArray();
    Certificate whole = certificate(federation, block);
    for (long held : new long[] {1, 2 * 3 * 96 * 5}) {
      assertThat(new Certifier(lineup, block.combination(), held).run(prompt, answer))
          .isEqualTo(whole);
    }
  }

  @Test
  void levelIsTheWorstSpecialists() {
    assertThat(fast.federation().calibratedDelta()).hasValue(.305); // other's, by its seed
    assertThat(fast.federation(Combination.Mixture.uniform(1), fast.user()).calibratedDelta())
        .hasValue(.303);
  }
}
