package glassbox.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import glassbox.engine.checkpoint.LegibleWeights;
import glassbox.engine.decoder.Backend;
import glassbox.engine.decoder.DecoderOptions;
import glassbox.engine.decoder.Precision;
import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.forward.SparseCode;
import glassbox.engine.reference.TinyBottlenecks;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Concept;
import glassbox.ledger.block.Routing;
import glassbox.ledger.block.SaltSource;
import glassbox.ledger.block.SamplerSettings;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.TokenBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Certificates: against a calculation of their own, the laws they obey, and both decoders. */
class CertifyTest {
  private static final List<Double> LOGS = List.of(Math.log(.2), Math.log(.5), Math.log(.3));
  private static final LegibleWeights BASE = TinyBottlenecks.random(40, 6, 3);
  private static final LegibleWeights OTHER = TinyBottlenecks.random(28, 4, 5);

  @TempDir static Path folder;
  private static TinyFederation fast;
  private static TinyFederation slow;

  @BeforeAll
  static void load() throws IOException {
    fast = TinyFederation.legible(folder.resolve("a"), BASE, OTHER, DecoderOptions.defaults());
    slow = TinyFederation.legibleReference(folder.resolve("b"), BASE, OTHER);
  }

  @AfterAll
  static void close() {
    fast.close();
    slow.close();
  }

  static List<Combination> combinations() {
    return List.of(
        new Combination.Mixture(LOGS),
        new Combination.Product(List.of(.2, .5, .3)),
        new Combination.PrefixUpdated(LOGS),
        new Combination.Gated(LOGS, 1, 3.2));
  }

  private static Federation federation(TinyFederation tiny, Combination combination) {
    return tiny.federation(combination, tiny.general(), tiny.domain(), tiny.user());
  }

  private static Plan plan(int tokens) {
    return Plan.greedy(new UUID(1, 2), PromptText.of("what is it?"), tokens)
        .sampling(new SamplerSettings(1.3, 1, true, 4));
  }

  private static TokenBlock block(Federation federation) {
    return federation.generate(plan(24), TokenListener.SILENT).block();
  }

  private static Certificate certificate(Federation federation, TokenBlock block) {
    return ((Certification.Certified) federation.certify(block)).certificate();
  }

  private static BlockContent.Kept content(TokenBlock block) {
    return (BlockContent.Kept) block.content();
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

  /** The definition, written out over the readable decoder for a mixture and a posterior. */
  @Test
  void isTheDefinition() {
    for (boolean posterior : List.of(false, true)) {
      Combination combination =
          posterior ? new Combination.PrefixUpdated(LOGS) : new Combination.Mixture(LOGS);
      TokenBlock block = block(federation(slow, combination));
      Certificate certificate = certificate(federation(slow, combination), block);
      List<Forward> full = forwards(block, SessionOptions.PLAIN.coding(true));
      List<Forward> twin = forwards(block, SessionOptions.LEGIBLE);
      double[] weights = {.2, .5, .3};
      double[] twinWeights = weights.clone();
      for (int t = 0; t < block.tokens().size(); t++) {
        int at = content(block).promptIds().size() - 1 + t;
        double[] p = mixture(full, at, weights);
        double[] q = mixture(twin, at, twinWeights);
        double delta = 0;
        for (int v = 0; v < p.length; v++) {
          delta += Math.abs(p[v] - q[v]) / 2;
        }
        Certificate.Token token = certificate.tokens().get(t);
        assertThat(token.delta()).isCloseTo(delta, within(1e-9));
        int id = content(block).tokenIds().get(t);
        checkConcepts(token.concepts(), full, at, leader(full, at, weights, id));
        if (posterior) {
          update(full, at, weights, id);
          update(twin, at, twinWeights, id);
        }
      }
    }
  }

  private static List<Forward> forwards(TokenBlock block, SessionOptions options) {
    List<Integer> all = new ArrayList<>(content(block).promptIds());
    all.addAll(content(block).tokenIds());
    int[][] ids = {all.stream().mapToInt(Integer::intValue).toArray()};
    List<Forward> forwards = new ArrayList<>();
    for (Member member : List.of(slow.general(), slow.domain(), slow.user())) {
      try (ForwardSession session = member.model().open(new int[] {member.lane()}, options)) {
        forwards.add(session.appendAll(ids));
      }
    }
    return forwards;
  }

  private static double probability(Forward forward, int at, int id) {
    return Math.exp(forward.logProbs()[forward.offset(0, at) + id]);
  }

  private static double[] mixture(List<Forward> forwards, int at, double[] weights) {
    double[] p = new double[forwards.getFirst().vocabularySize()];
    for (int v = 0; v < p.length; v++) {
      for (int i = 0; i < weights.length; i++) {
        p[v] += weights[i] * probability(forwards.get(i), at, v);
      }
    }
    return p;
  }

  private static void update(List<Forward> forwards, int at, double[] weights, int id) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= probability(forwards.get(i), at, id);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
  }

  private static int leader(List<Forward> forwards, int at, double[] weights, int id) {
    int leader = 0;
    for (int i = 1; i < weights.length; i++) {
      boolean more =
          weights[i] * probability(forwards.get(i), at, id)
              > weights[leader] * probability(forwards.get(leader), at, id);
      leader = more ? i : leader;
    }
    return leader;
  }

  private static void checkConcepts(
      List<Concept> concepts, List<Forward> full, int at, int leader) {
    assertThat(concepts).hasSize(Concept.MOST);
    List<SparseCode> codes = full.get(leader).codes(0, at);
    List<Double> activations = new ArrayList<>();
    for (SparseCode code : codes) {
      for (int i = 0; i < code.size(); i++) {
        activations.add((double) code.activation(i));
      }
    }
    activations.sort(Collections.reverseOrder());
    for (int c = 0; c < concepts.size(); c++) {
      Concept concept = concepts.get(c);
      assertThat(concept.specialist()).isEqualTo(leader);
      assertThat(concept.activation()).isEqualTo(activations.get(c));
      SparseCode code = codes.get(concept.site());
      double activation = 0;
      for (int i = 0; i < code.size(); i++) {
        activation = code.atom(i) == concept.atom() ? code.activation(i) : activation;
      }
      assertThat(activation).isEqualTo(concept.activation());
    }
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

  @Test
  void anOpaqueSpecialistLeavesNoTwin(@TempDir Path other) throws IOException {
    try (TinyFederation partly =
        TinyFederation.legible(other, null, OTHER, DecoderOptions.defaults())) {
      Federation federation = partly.federation();
      TokenBlock block = block(federation);
      assertThat(federation.opaque()).containsExactly("general", "user");
      assertThat(federation.calibratedDelta()).isEmpty();
      assertThat(federation.certify(block))
          .isEqualTo(new Certification.Opaque(List.of("general", "user")));
      assertThatExceptionOfType(FederationException.Unfit.class)
          .isThrownBy(
              () -> federation.generate(plan(3).routed(Routing.LEGIBLE), TokenListener.SILENT))
          .withMessageContaining("general, user");
      Federation legible = partly.federation(Combination.Mixture.uniform(1), partly.domain());
      assertThat(legible.certify(block(legible))).isInstanceOf(Certification.Certified.class);
    }
  }

  @Test
  void refusesWhatItCannotSpeakFor() {
    Federation federation = fast.federation();
    TokenBlock block = block(federation);
    assertThatExceptionOfType(FederationException.Unfit.class)
        .isThrownBy(() -> federation.certify(block.withoutContent()))
        .withMessageContaining("token ids");
    List<SpecialistRef> refs = new ArrayList<>(block.specialists());
    refs.set(1, new SpecialistRef("domain", "d".repeat(64)));
    TokenBlock other =
        new TokenBlock(
            block.runId(),
            0,
            refs,
            block.combination(),
            block.sampler(),
            block.execution(),
            block.content(),
            block.tokens());
    assertThatExceptionOfType(FederationException.Unfit.class)
        .isThrownBy(() -> federation.certify(other))
        .withMessageContaining("another domain");
    List<Integer> prompt = content(block).promptIds();
    TokenBlock empty =
        new TokenBlock(
            block.runId(),
            0,
            block.specialists(),
            block.combination(),
            block.sampler(),
            block.execution(),
            BlockContent.unsalted(prompt, List.of()),
            List.of());
    assertThat(federation.certify(empty)).isEqualTo(new Certification.Empty());
  }

  @Test
  void takesAPlaceLikeAnyPass() {
    TokenBlock block = block(fast.federation());
    try (Admission.Permit taken = fast.admission.enter()) {
      assertThatExceptionOfType(FederationException.Busy.class)
          .isThrownBy(() -> fast.federation().certify(block));
    }
    assertThat(fast.admission.inFlight()).isZero();
  }

  @Test
  void isRecordedInTheBlock() {
    Federation federation = federation(fast, new Combination.Mixture(LOGS));
    TokenBlock block = block(federation);
    Certificate certificate = certificate(federation, block);
    TokenBlock certified = certificate.recordedIn(block);
    SaltSource salts = SaltSource.of(new SplittableRandom(1));
    TokenBlock salted = certified.withContent(content(certified).salted(salts.next()));
    TokenBlock read = BlockCodec.decode(BlockCodec.encode(salted));
    assertThat(read.tokens()).isEqualTo(salted.stored().tokens());
    for (int t = 0; t < block.tokens().size(); t++) {
      double delta = certificate.tokens().get(t).delta();
      assertThat(read.delta(t).orElseThrow()).isBetween(delta, delta + .008);
      assertThat(content(read).conceptsAt(t)).hasSize(Concept.MOST);
      assertThat(content(read).conceptsAt(t).getFirst().atom())
          .isEqualTo(certificate.tokens().get(t).concepts().getFirst().atom());
    }
  }

  @Test
  void theTwinAnswersAndIsReplayedAsTheTwin() {
    Federation federation = federation(fast, new Combination.Mixture(LOGS));
    Outcome outcome = federation.generate(plan(20).routed(Routing.LEGIBLE), TokenListener.SILENT);
    TokenBlock block = outcome.block();
    assertThat(block.execution().routing()).isEqualTo(Routing.LEGIBLE);
    assertThat(block.execution().backend()).isEqualTo("arrays");
    ReplayResult replay = federation.replay(block, ReplayShape.RECORDED);
    assertThat(replay.bitEqual()).isTrue();
    assertThat(replay.sameExecution()).isTrue();
    assertThat(federation.replay(block, ReplayShape.ONE_PASS).mismatchedTokens()).isEmpty();
    TokenBlock asFull =
        new TokenBlock(
            block.runId(),
            0,
            block.specialists(),
            block.combination(),
            block.sampler(),
            block.execution().withRouting(Routing.FULL),
            block.content(),
            block.tokens());
    assertThat(federation.replay(asFull, ReplayShape.ONE_PASS).mismatchedTokens()).isNotEmpty();
    int[] ids = content(block).tokenIds().stream().mapToInt(Integer::intValue).toArray();
    TokenBlock scored =
        federation(slow, block.combination())
            .score(plan(20).routed(Routing.LEGIBLE), ids, TokenListener.SILENT)
            .block();
    for (int t = 0; t < ids.length; t++) {
      assertThat(scored.tokens().get(t).joint())
          .isCloseTo(block.tokens().get(t).joint(), within(1e-4));
    }
  }

  @Test
  void replaysOnTheBackendThatRecorded() throws IOException {
    DecoderOptions options = new DecoderOptions(1, Backend.ARRAYS, Precision.F32);
    try (TinyFederation arrays =
        TinyFederation.legible(folder.resolve("c"), BASE, OTHER, options)) {
      Combination alone = Combination.Mixture.uniform(2);
      Federation first = arrays.federation(alone, arrays.general(), arrays.user());
      Federation second = fast.federation(alone, fast.general(), fast.user());
      TokenBlock onArrays = block(first);
      TokenBlock compiled = block(second);
      assertThat(onArrays.execution().backend()).isEqualTo("arrays");
      assertThat(compiled.execution().backend()).isEqualTo("compiled");
      for (Federation federation : List.of(first, second)) {
        for (TokenBlock block : List.of(onArrays, compiled)) {
          ReplayResult replay = federation.replay(block, ReplayShape.RECORDED);
          assertThat(replay.bitEqual()).isTrue();
          assertThat(replay.sameExecution()).isTrue();
        }
      }
      TokenBlock mixed = block(fast.federation());
      assertThat(mixed.execution().backend()).isEqualTo("compiled,arrays");
      assertThat(arrays.federation().replay(mixed, ReplayShape.RECORDED).sameExecution()).isTrue();
    }
  }
}
