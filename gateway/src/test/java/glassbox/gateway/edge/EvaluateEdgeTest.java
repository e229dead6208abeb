package glassbox.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.run.Decision;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.verdict.GateDecision;
import glassbox.ledger.run.ContentCommitment;
import glassbox.ledger.run.RunRecordHash;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EvaluateEdgeTest extends EdgeTest {

  @Test
  void answersWithGateAttributionAndRecord() {
    JsonNode answer = evaluate(ASK).isOk().json();

    assertThat(answer.path("answer").asString()).isEqualTo(Canned.ANSWER);
    assertThat(answer.path("decision").asString()).isEqualTo("committed");
    assertThat(answer.path("gate").path("state").asString()).isEqualTo("judged");
    assertThat(answer.path("gate").path("components").path("collapse").asDouble()).isEqualTo(0.2);
    assertThat(answer.path("attribution").path("per_specialist")).hasSize(2);
    assertThat(answer.path("tokens")).isEmpty();
    assertThat(answer.path("reconciliation").path("level").asString()).isEqualTo("strict");
    assertThat(answer.path("xai").isNull()).isTrue();
    assertThat(answer.path("audit").path("state").asString()).isEqualTo("committed");
    assertThat(answer.path("audit").path("blocks").get(0).path("hash").asString())
        .isEqualTo(Canned.BLOCK);
  }

  @Test
  void recordsAnEnvelopeThatNamesTheAnsweredRun() {
    JsonNode answer = evaluate(ASK).isOk().json();

    RunSubmission run = PEERS.recorded(answer);
    RunEnvelope envelope = run.envelope();
    assertThat(envelope.tenant()).isEqualTo("one");
    assertThat(envelope.kind()).isEqualTo(RunEnvelope.Kind.GENERATE);
    assertThat(envelope.decision()).isEqualTo(Decision.COMMITTED);
    assertThat(envelope.blocks()).containsExactly(new RunEnvelope.BlockHash(0, Canned.BLOCK));
    String salt = Objects.requireNonNull(run.content()).salt();
    assertThat(envelope.contentHash())
        .isEqualTo(
            ContentCommitment.of(
                salt, envelope.runId(), null, null, "How many grams are 3 kg?", Canned.ANSWER));
    assertThat(salt).isNotEqualTo("00".repeat(32));
    assertThat(answer.path("audit").path("record_hash").asString())
        .isEqualTo(RunRecordHash.of(Peers.JSON.writeValueAsString(envelope)));
    assertThat(envelope.runId().version()).isEqualTo(7);
  }

  @Test
  void sendsTextsToAuditOnlyForTenantsThatKeepThem() {
    RunSubmission kept = PEERS.recorded(evaluate(KEY, ASK).isOk().json());
    RunSubmission notKept = PEERS.recorded(evaluate(OTHER_KEY, ASK).isOk().json());

    assertThat(Objects.requireNonNull(kept.content()).tokens()).containsExactly("3000", " g");
    assertThat(notKept.content()).isNull();
  }

  @Test
  void tellsInferenceWhetherTheTenantKeepsContent() {
    evaluate(KEY, ASK).isOk();
    assertThat(asked("/v1/generations").keepContent()).isTrue();
    PEERS.inference.heal();
    evaluate(OTHER_KEY, ASK).isOk();
    assertThat(asked("/v1/generations").keepContent()).isFalse();
  }

  /** Neither commitment of an envelope is the same for the same question asked again. */
  @Test
  void saltsTheCommitmentsOfEveryRun() {
    RunEnvelope first = PEERS.recorded(evaluate(ASK).isOk().json()).envelope();
    RunEnvelope second = PEERS.recorded(evaluate(ASK).isOk().json()).envelope();
    assertThat(first.contentHash()).isNotEqualTo(second.contentHash());
    assertThat(first.requestHash()).isNotEqualTo(second.requestHash());
  }

  @Test
  void fillsInTheDocumentedDefaults() {
    JsonNode answer = evaluate(ASK).isOk().json();

    GenerationRequest asked = asked("/v1/generations");
    assertThat(asked.decoding().maxNewTokens()).isEqualTo(160);
    assertThat(asked.decoding().temperature()).isEqualTo(0.7);
    assertThat(asked.decoding().topP()).isEqualTo(0.9);
    assertThat(asked.decoding().doSample()).isTrue();
    assertThat(asked.combiner()).isNull();
    assertThat(answer.path("generation_diagnostics").path("seed").asLong())
        .isEqualTo(asked.decoding().seed());
  }

  @Test
  void drawsAnotherSeedForEachRunThatNamesNone() {
    evaluate(ASK).isOk();
    long first = asked("/v1/generations").decoding().seed();
    PEERS.inference.heal();
    evaluate(ASK).isOk();

    assertThat(asked("/v1/generations").decoding().seed()).isNotEqualTo(first);
  }

  @Test
  void passesOnEveryFieldOfTheRequest() {
    evaluate(
            """
            {"model_path":"demo","prompt":"p","context":"c","system_prompt_text":"s",
             "session_id":"mine","top_logprobs":3,"block_audit":true,
             "combiner":{"kind":"gated","main":"units","entropy_threshold":0.5},
             "generation_config":{"max_new_tokens":7,"temperature":1,"top_p":1,
               "do_sample":false,"seed":13,"stop":["\\n"]}}
            """)
        .isOk();

    GenerationRequest asked = asked("/v1/generations");
    assertThat(asked.context()).isEqualTo("c");
    assertThat(asked.system()).isEqualTo("s");
    assertThat(asked.topLogprobs()).isEqualTo(3);
    assertThat(asked.blockAudit()).isTrue();
    assertThat(Objects.requireNonNull(asked.combiner()).main()).isEqualTo("units");
    assertThat(asked.decoding().maxNewTokens()).isEqualTo(7);
    assertThat(asked.decoding().seed()).isEqualTo(13);
    assertThat(asked.decoding().stop()).containsExactly("\n");
  }

  @Test
  void explainsPerTokenAndPerPartOfThePrompt() {
    JsonNode answer =
        evaluate("{\"model_path\":\"demo\",\"prompt\":\"p\",\"explain\":true}").isOk().json();

    assertThat(answer.path("tokens")).hasSize(2);
    assertThat(answer.path("tokens").get(0).path("per_specialist").get(1).path("share").asDouble())
        .isEqualTo(0.75);
    JsonNode gradient = answer.path("xai").path("gradient");
    assertThat(gradient.path("state").asString()).isEqualTo("computed");
    assertThat(gradient.path("units").get(0).path("text").asString()).isEqualTo("grams");
    assertThat(gradient.path("cost").path("forwards").asInt()).isEqualTo(9);
  }

  @Test
  void scoresAGivenAnswer() {
    JsonNode answer =
        evaluate("{\"model_path\":\"demo\",\"prompt\":\"p\",\"answer\":\"4 g\"}").isOk().json();

    assertThat(answer.path("answer").asString()).isEqualTo("4 g");
    assertThat(asked("/v1/scores").answer()).isEqualTo("4 g");
    assertThat(PEERS.recorded(answer).envelope().kind()).isEqualTo(RunEnvelope.Kind.SCORE);
  }

  @Test
  void givesAnAnswerThatTheGateDidNotCommitAsProvisional() {
    PEERS.gate = GateDecision.Outcome.REPAIR;

    JsonNode answer = evaluate(ASK).isOk().json();

    assertThat(answer.path("decision").asString()).isEqualTo("provisional");
    assertThat(answer.path("answer").asString()).isEqualTo(Canned.ANSWER);
    assertThat(answer.path("gate").path("reasons")).hasSize(1);
  }

  @Test
  void withholdsAnAnswerThatTheGateDidNotCommitFromWhoTakesOnlyCommittedOnes() {
    PEERS.gate = GateDecision.Outcome.RESTART;

    Answer response =
        evaluate(
            "{\"model_path\":\"demo\",\"prompt\":\"p\",\"release\":\"committed\",\"explain\":true}");

    JsonNode answer = response.isOk().json();
    assertThat(answer.path("decision").asString()).isEqualTo("withheld");
    assertThat(answer.path("answer").isNull()).isTrue();
    assertThat(answer.path("tokens")).isEmpty();
    assertThat(answer.path("xai").isNull()).isTrue();
    assertThat(response.response().body()).doesNotContain("3000");
    assertThat(PEERS.recorded(answer).envelope().decision()).isEqualTo(Decision.PROVISIONAL);
  }

  @Test
  void answersManyCallersAtOnceEachWithItsOwnRun() {
    Set<String> runs = ConcurrentHashMap.newKeySet();

    IntStream.range(0, 40)
        .parallel()
        .forEach(
            i -> {
              JsonNode answer = evaluate(i % 2 == 0 ? KEY : OTHER_KEY, ASK).isOk().json();
              assertThat(PEERS.recorded(answer).envelope().tenant())
                  .isEqualTo(i % 2 == 0 ? "one" : "two");
              runs.add(answer.path("run_id").asString());
            });

    assertThat(runs).hasSize(40);
  }

  @Test
  void showsTheServiceTokenToItsPeersAndNotTheCallersKey() {
    evaluate(ASK).isOk();

    PEERS.inference.server().getAllServeEvents().stream()
        .map(event -> event.getRequest())
        .forEach(
            request -> {
              assertThat(request.getHeader("X-Glassbox-Service-Token"))
                  .isEqualTo("0123456789abcdef-test");
              assertThat(request.containsHeader("Authorization")).isFalse();
            });
  }

  private static GenerationRequest asked(String path) {
    List<String> bodies = PEERS.inference.bodies(path);
    assertThat(bodies).hasSize(1);
    return Peers.JSON.readValue(bodies.getFirst(), GenerationRequest.class);
  }
}
