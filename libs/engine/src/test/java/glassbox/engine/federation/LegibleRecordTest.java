package glassbox.engine.federation;

import static glassbox.engine.federation.Certifying.BASE;
import static glassbox.engine.federation.Certifying.LOGS;
import static glassbox.engine.federation.Certifying.OTHER;
import static glassbox.engine.federation.Certifying.block;
import static glassbox.engine.federation.Certifying.certificate;
import static glassbox.engine.federation.Certifying.content;
import static glassbox.engine.federation.Certifying.federation;
import static glassbox.engine.federation.Certifying.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.engine.decoder.Backend;
import glassbox.engine.decoder.DecoderOptions;
import glassbox.engine.decoder.Precision;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Concept;
import glassbox.ledger.block.Routing;
import glassbox.ledger.block.SaltSource;
import glassbox.ledger.block.TokenBlock;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Certificates and answers of the twin in blocks, and replays of them. */
class LegibleRecordTest extends LegibleFederationTest {

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
