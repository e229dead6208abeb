package glassbox.inference.replay;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.inference.InferenceTest;
import glassbox.inference.Requests;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Blocks run again. */
class ReplayTest extends InferenceTest {
  @Test
  void replaysABlockBitForBitAndSeesAChange() {
    ok(client().post("/v1/generations", Requests.generation("what is it?")));
    byte[] sent = AUDIT.block();
    JsonNode replay = replay(sent);
    assertThat(replay.path("bit_equal").asBoolean()).isTrue();
    assertThat(replay.path("digests_match").asBoolean()).isTrue();
    assertThat(replay.path("same_execution").asBoolean()).isTrue();
    assertThat(replay(withFirstLogProbNudged(sent)).path("bit_equal").asBoolean()).isFalse();
    problem(
        client().post("/v1/replays", "{\"federation\": \"demo\", \"block\": \"AAAA\"}"),
        422,
        "malformed-block");
    problem(
        client().post("/v1/replays", "{\"federation\": \"demo\", \"block\": \"?\"}"),
        400,
        "invalid-request");
  }

  private static byte[] withFirstLogProbNudged(byte[] bytes) {
    TokenBlock block = BlockCodec.decode(bytes);
    List<TokenEntry> tokens = new ArrayList<>(block.tokens());
    TokenEntry first = tokens.getFirst();
    float[] logProbs = first.logProbs();
    logProbs[0] = Math.nextDown(logProbs[0]);
    tokens.set(
        0,
        new TokenEntry(
            logProbs,
            first.joint(),
            first.sampled(),
            first.entropy(),
            first.forced(),
            first.ensembled(),
            first.logNormalizer()));
    return BlockCodec.encode(
        new TokenBlock(
            block.runId(),
            block.pass(),
            block.specialists(),
            block.combination(),
            block.sampler(),
            block.execution(),
            block.content(),
            tokens,
            block.supplement()));
  }

  private JsonNode replay(byte[] block) {
    String base64 = Base64.getEncoder().encodeToString(block);
    return ok(
        client()
            .post(
                "/v1/replays", "{\"federation\": \"demo\", \"block\": \"%s\"}".formatted(base64)));
  }
}
