package glassbox.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.attribution.TopContributions;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Execution;
import glassbox.ledger.block.Rest;
import glassbox.ledger.block.SamplerSettings;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that can fail: replay and injected faults, on the native engine. */
class ReplayTest {
  @TempDir static Path folder;
  private static TinyFederation tiny;
  private static Federation federation;
  private static TokenBlock block;

  @BeforeAll
  static void generate() throws IOException {
    tiny = TinyFederation.fast(folder);
    federation =
        tiny.federation(
            new Combination.Mixture(List.of(Math.log(.2), Math.log(.5), Math.log(.3))),
            tiny.general(),
            tiny.domain(),
            tiny.user());
    Plan plan =
        Plan.greedy(new UUID(1, 2), PromptText.of("what is it?"), 30)
            .sampling(new SamplerSettings(1.2, .98, true, 4));
    block = federation.generate(plan, TokenListener.SILENT).block().stored();
  }

  @AfterAll
  static void close() {
    tiny.close();
  }

  private static TokenBlock with(Combination combination, List<TokenEntry> tokens) {
    return new TokenBlock(
        block.runId(),
        block.pass(),
        block.specialists(),
        combination,
        block.sampler(),
        block.execution(),
        block.content(),
        tokens);
  }

  private static TokenBlock changing(int token, UnaryOperator<float[]> change, double joint) {
    List<TokenEntry> tokens = new ArrayList<>(block.tokens());
    TokenEntry entry = tokens.get(token);
    tokens.set(
        token,
        new TokenEntry(
            change.apply(entry.logProbs()),
            joint,
            entry.sampled(),
            entry.entropy(),
            entry.forced(),
            entry.ensembled(),
            entry.logNormalizer()));
    return with(block.combination(), tokens);
  }

  @Test
  void repeatsTheBitsInTheRecordedShape() {
    ReplayResult replay = federation.replay(block, ReplayShape.RECORDED);
    assertThat(replay.bitEqual()).isTrue();
    assertThat(replay.maxAbsDifference()).isZero();
    assertThat(replay.tokens()).isEqualTo(block.tokens().size()).isGreaterThan(5);
    assertThat(replay.digestsMatch()).isTrue();
    assertThat(replay.sameExecution()).isTrue();
  }

  @Test
  void agreesInAnotherShape() {
    ReplayResult replay = federation.replay(block, ReplayShape.ONE_PASS);
    assertThat(replay.maxAbsDifference()).isLessThan(ReplayResult.TOLERANCE);
    assertThat(replay.mismatchedTokens()).isEmpty();
  }

  /** A block that lists two of three replays as well, and its rest is compared. */
  @Test
  void repeatsWhatTheRestGave() {
    TokenBlock partial = TopContributions.of(block, 2);
    ReplayResult replay = federation.replay(partial, ReplayShape.RECORDED);
    assertThat(replay.bitEqual()).isTrue();
    assertThat(replay.maxAbsDifference()).isLessThan(1e-9);
    List<TokenEntry> forged = new ArrayList<>(partial.tokens());
    TokenEntry honest = block.tokens().get(4);
    double mass = partial.tokens().get(4).rest().orElseThrow().mass();
    forged.set(4, honest.listing(partial.tokens().get(4).listed(), new Rest(mass - 0.1, 0)));
    ReplayResult found =
        federation.replay(
            new TokenBlock(
                block.runId(),
                block.pass(),
                block.specialists(),
                block.combination(),
                block.sampler(),
                block.execution(),
                block.content(),
                forged,
                partial.supplement()),
            ReplayShape.RECORDED);
    assertThat(found.mismatchedTokens()).containsExactly(4);
  }

  @Test
  void perturbedNumberIsFlaggedTwice() {
    TokenBlock forged =
        changing(
            2,
            logProbs -> {
              logProbs[0] -= 1;
              logProbs[1] -= 1;
              return logProbs;
            },
            block.tokens().get(2).joint());
    assertThat(Reconciliation.of(forged).level().accepted()).isFalse();
    ReplayResult replay = federation.replay(forged, ReplayShape.RECORDED);
    assertThat(replay.bitEqual()).isFalse();
    assertThat(replay.mismatchedTokens()).containsExactly(2);
  }

  /** One unit in the last place, with the joint made to fit: only replay can see it. */
  @Test
  void oneFlippedBitIsSeenByReplay() {
    TokenBlock forged =
        changing(
            3,
            logProbs -> {
              logProbs[0] = Math.nextUp(logProbs[0]);
              return logProbs;
            },
            block.tokens().get(3).joint());
    assertThat(federation.replay(forged, ReplayShape.RECORDED).bitEqual()).isFalse();
  }

  /** A specialist that reports the mixture as its own adds up, and replay catches it. */
  @Test
  void echoedMixtureAddsUpButDoesNotReplay() {
    List<TokenEntry> echoed = new ArrayList<>();
    for (TokenEntry entry : block.tokens()) {
      float[] logProbs = entry.logProbs();
      double others = .2 * Math.exp(logProbs[0]) + .3 * Math.exp(logProbs[2]);
      logProbs[1] = (float) Math.log(others / .5); // so that the sum of the others is the joint
      echoed.add(
          new TokenEntry(
              logProbs,
              Math.log(others + .5 * Math.exp(logProbs[1])),
              entry.sampled(),
              entry.entropy(),
              entry.forced(),
              true,
              0));
    }
    TokenBlock forged = with(block.combination(), echoed).stored();
    assertThat(Reconciliation.of(forged).max()).isLessThan(1e-9);
    assertThat(federation.replay(forged, ReplayShape.RECORDED).mismatchedTokens()).isNotEmpty();
  }

  @Test
  void droppedSpecialistDoesNotAddUp() {
    List<TokenEntry> tokens =
        block.tokens().stream()
            .map(
                e ->
                    new TokenEntry(
                        new float[] {e.logProb(0), e.logProb(1)},
                        e.joint(),
                        e.sampled(),
                        e.entropy(),
                        e.forced(),
                        true,
                        0))
            .toList();
    TokenBlock forged =
        new TokenBlock(
            block.runId(),
            0,
            block.specialists().subList(0, 2),
            new Combination.Mixture(List.of(Math.log(.2 / .7), Math.log(.5 / .7))),
            block.sampler(),
            block.execution(),
            block.content(),
            tokens);
    assertThat(Reconciliation.of(forged).level().accepted()).isFalse();
  }

  @Test
  void swappedWeightsDoNotAddUp() {
    TokenBlock forged =
        with(
            new Combination.Mixture(List.of(Math.log(.5), Math.log(.2), Math.log(.3))),
            block.tokens());
    assertThat(Reconciliation.of(forged).level().accepted()).isFalse();
  }

  @Test
  void otherModelAndOtherExecutionAreTold() {
    List<SpecialistRef> renamed = new ArrayList<>(block.specialists());
    renamed.set(0, new SpecialistRef("general", "f".repeat(64)));
    TokenBlock forged =
        new TokenBlock(
            block.runId(),
            0,
            renamed,
            block.combination(),
            block.sampler(),
            new Execution("older", 2, 1),
            block.content(),
            block.tokens());
    ReplayResult replay = federation.replay(forged, ReplayShape.RECORDED);
    assertThat(replay.digestsMatch()).isFalse();
    assertThat(replay.sameExecution()).isFalse();
  }

  @Test
  void blocksThatDoNotFitAreRefused() {
    List<SpecialistRef> unknown = new ArrayList<>(block.specialists());
    unknown.set(0, new SpecialistRef("nobody", "f".repeat(64)));
    assertThatExceptionOfType(FederationException.Unfit.class)
        .isThrownBy(
            () ->
                federation.replay(
                    new TokenBlock(
                        block.runId(),
                        0,
                        unknown,
                        block.combination(),
                        block.sampler(),
                        block.execution(),
                        block.content(),
                        block.tokens()),
                    ReplayShape.RECORDED));
    assertThatExceptionOfType(FederationException.Unfit.class)
        .isThrownBy(
            () ->
                federation.replay(
                    new TokenBlock(
                        block.runId(),
                        0,
                        block.specialists(),
                        block.combination(),
                        block.sampler(),
                        block.execution(),
                        BlockContent.unsalted(List.of(5, 999), ids()),
                        block.tokens()),
                    ReplayShape.RECORDED));
  }

  private static List<Integer> ids() {
    return ((BlockContent.Kept) block.content()).tokenIds();
  }

  @Test
  void blocksWithoutTheirTokenIdsAreRefused() {
    assertThatExceptionOfType(FederationException.Unfit.class)
        .isThrownBy(() -> federation.replay(block.withoutContent(), ReplayShape.RECORDED))
        .withMessageContaining("token ids");
  }

  @Test
  void scoredAnswersReplayToo() {
    TokenBlock scored =
        federation
            .score(
                Plan.greedy(new UUID(1, 3), PromptText.of("what?"), 1),
                "yes it is",
                TokenListener.SILENT)
            .block();
    assertThat(federation.replay(scored, ReplayShape.RECORDED).bitEqual()).isTrue();
    assertThat(federation.replay(scored, ReplayShape.ONE_PASS).mismatchedTokens()).isEmpty();
  }
}
