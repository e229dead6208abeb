package glassbox.inference.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.engine.mixture.StateSketch;
import glassbox.inference.InferenceTest;
import glassbox.inference.Requests;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.TokenBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What an answer comes with. */
class GenerationTest extends InferenceTest {
  @Test
  void answersWithAttributionAndADurableBlock() {
    JsonNode answer = ok(client().post("/v1/generations", Requests.generation("what is it?")));
    assertThat(answer.at("/block/state").asString()).isEqualTo("committed");
    byte[] sent = AUDIT.block();
    assertThat(BlockHash.of(sent)).isEqualTo(answer.at("/block/hash").asString());
    TokenBlock block = BlockCodec.decode(sent);
    assertThat(Reconciliation.of(block).max()).isLessThan(1e-9);
    assertThat(answer.at("/reconciliation/level").asString()).isEqualTo("strict");
    assertThat(answer.path("tokens").size()).isEqualTo(block.tokens().size()).isPositive();
    assertThat(answer.path("sketches"))
        .hasSize(block.tokens().size())
        .allSatisfy(sketch -> assertThat(sketch.size()).isEqualTo(StateSketch.SIZE));
    StringBuilder text = new StringBuilder();
    for (JsonNode token : answer.path("tokens")) {
      double shares = 0;
      for (JsonNode specialist : token.path("per_specialist")) {
        shares += specialist.path("share").asDouble();
      }
      assertThat(shares).isCloseTo(1, within(1e-9));
      assertThat(token.path("top_logprobs").size()).isEqualTo(2);
      text.append(token.path("token").asString());
    }
    assertThat(text).hasToString(answer.path("text").asString());
    assertThat(answer.at("/specialists/0/id").asString()).isEqualTo("general");
    assertThat(answer.path("build").asString()).startsWith("0.");
    assertThat(block.execution().threads()).isEqualTo(1);
    assertThat(block.execution().rows()).isEqualTo(2);
  }

  @Test
  void scoresAGivenAnswer() {
    String body =
        Requests.generation(
            "demo",
            "\"prompt\": \"what?\", \"answer\": \"[Answer] 42\"",
            Requests.sampling("1", "1"));
    JsonNode answer = ok(client().post("/v1/scores", body));
    assertThat(answer.path("finish_reason").asString()).isEqualTo("scored");
    assertThat(answer.path("text").asString()).isEqualTo("[Answer] 42");
    assertThat(answer.path("tokens").size()).isEqualTo(11);
    assertThat(answer.at("/tokens/0/forced").asBoolean()).isTrue();
    problem(client().post("/v1/generations", body), 400, "invalid-request");
  }

  @Test
  void tracesLayersOnRequest() {
    String body =
        Requests.generation("hello").replace("\"block_audit\": false", "\"block_audit\": true");
    JsonNode answer = ok(client().post("/v1/generations", body));
    JsonNode domain = answer.at("/tokens/0/block_audit/1");
    assertThat(domain.path("id").asString()).isEqualTo("domain");
    assertThat(domain.at("/layers/1/norm").asDouble()).isPositive();
    assertThat(domain.at("/layers/1/expert_routing").size()).isEqualTo(6);
    assertThat(answer.at("/tokens/0/block_audit/0/layers/1/expert_routing").size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"mixture", "product", "prefix_updated", "gated"})
  void combinesAsAsked(String kind) {
    String rule =
        "\"prompt\": \"hello\", \"combiner\": {\"kind\": \"%s\", \"weights\": [1, 2, 3]"
            .formatted(kind);
    String gate = kind.equals("gated") ? ", \"main\": \"user\", \"entropy_threshold\": 3.0}" : "}";
    JsonNode answer =
        ok(
            client()
                .post(
                    "/v1/generations",
                    Requests.generation("demo", rule + gate, Requests.sampling("1", "0.9"))));
    assertThat(answer.at("/reconciliation/max_residual").asDouble()).isLessThan(1e-9);
  }
}
