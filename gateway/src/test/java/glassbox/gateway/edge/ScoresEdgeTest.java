package glassbox.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.verdict.CriticRequest;
import glassbox.contracts.verdict.TokenSignal;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ScoresEdgeTest extends EdgeTest {

  @Test
  void answersWithScoresAndTheirParts() {
    JsonNode answer = evaluate(ASK).isOk().json();
    JsonNode score = answer.path("hallucination");
    assertThat(score.path("method").asString()).isEqualTo("combined_logreg");
    assertThat(score.path("decision").asString()).isEqualTo("flagged");
    assertThat(score.path("score").asDouble()).isEqualTo(0.5);
    assertThat(score.at("/per_signal/0/signal").asString()).isEqualTo("delta_mean");
    assertThat(score.at("/per_signal/0/raw").isNull()).isTrue();
    assertThat(score.at("/model/name").asString()).isEqualTo("hallucination-closed");
    assertThat(answer.at("/safety/prompt/per_signal/0/contribution").asDouble()).isEqualTo(-1);
    assertThat(answer.at("/safety/answer/decision").asString()).isEqualTo("unavailable");
    assertThat(answer.at("/safety/answer/reason").asString()).isEqualTo("the answer is empty");
  }

  @Test
  void tellsTheCriticsWhatTheModelsThoughtOfEachToken() {
    evaluate(ASK).isOk();
    CriticRequest asked =
        Peers.JSON.readValue(PEERS.critic.bodies("/v1/verdicts").getLast(), CriticRequest.class);
    TokenSignal first = asked.signals().getFirst();
    assertThat(first.logProb()).isEqualTo(-0.5);
    assertThat(first.disagreement()).isEqualTo(0.05);
    assertThat(first.delta()).isEqualTo(0.004);
    assertThat(Objects.requireNonNull(asked.specialists())).isNotEmpty();
  }

  @Test
  void recordsTheScoresInTheEnvelope() {
    JsonNode answer = evaluate(ASK).isOk().json();
    UUID run = UUID.fromString(answer.path("run_id").asString());
    RunSubmission recorded = Objects.requireNonNull(PEERS.recorded.get(run));
    assertThat(Objects.requireNonNull(recorded.envelope().report()).scores())
        .isEqualTo(Canned.scores());
  }

  @Test
  void withoutCriticsThereAreNoScoresAndTheReason() {
    PEERS.critic.kill();
    JsonNode answer = evaluate(ASK).isOk().json();
    assertThat(answer.at("/hallucination/decision").asString()).isEqualTo("unavailable");
    assertThat(answer.at("/hallucination/score").isNull()).isTrue();
    assertThat(answer.at("/safety/prompt/reason").asString())
        .isEqualTo(answer.at("/gate/reason").asString())
        .isNotBlank();
  }
}
