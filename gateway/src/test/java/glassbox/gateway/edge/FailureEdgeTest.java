package glassbox.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import glassbox.contracts.verdict.GateDecision;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** One service at a time goes away: the documented answer comes, and all recovers by itself. */
class FailureEdgeTest extends EdgeTest {
  private static final String COMMITTED_ONLY =
      "{\"model_path\":\"demo\",\"prompt\":\"p\",\"release\":\"committed\"}";

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of("server error", aResponse().withStatus(500), "error"),
        Arguments.of("bad gateway", aResponse().withStatus(502).withBody("<html>"), "error"),
        Arguments.of("refuses our token", aResponse().withStatus(401), "error"),
        Arguments.of("busy", aResponse().withStatus(429), "busy"),
        Arguments.of("a redirect", aResponse().withStatus(302), "unreadable-answer"),
        Arguments.of("no json", json("garbage"), "unreadable-answer"),
        Arguments.of("empty", json(""), "unreadable-answer"),
        Arguments.of("null", json("null"), "unreadable-answer"),
        Arguments.of("another shape", json("{\"a\":1}"), "unreadable-answer"),
        Arguments.of("a list", json("[]"), "unreadable-answer"),
        Arguments.of(
            "html",
            aResponse().withHeader("Content-Type", "text/html").withBody("<p>"),
            "unreadable-answer"),
        Arguments.of("too slow", json("{}").withFixedDelay(9_000), "timeout"),
        Arguments.of("dripping", json("{\"a\":1}").withChunkedDribbleDelay(20, 12_000), "timeout"),
        Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "unreachable"),
        Arguments.of("hang up", aResponse().withFault(Fault.EMPTY_RESPONSE), "unreachable"));
  }

  private static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  @ParameterizedTest(name = "inference: {0}")
  @MethodSource("failures")
  void saysThatInferenceIsUnavailable(
      String name, ResponseDefinitionBuilder failure, String reason) {
    PEERS.inference.instead(failure);

    Answer answer = evaluate(ASK).isProblem(503, "inference-unavailable");

    assertThat(answer.json().path("reason").asString()).isEqualTo(reason);
    assertThat(answer.header("Retry-After")).matches("[0-9]+");
    assertThat(answer.response().body()).doesNotContain("Exception").doesNotContain("127.0.0.1");
    PEERS.inference.heal();
    evaluate(ASK).isOk();
  }

  @ParameterizedTest(name = "critic: {0}")
  @MethodSource("failures")
  void saysThatAnAnswerWasNotJudged(String name, ResponseDefinitionBuilder failure, String reason) {
    PEERS.critic.instead(failure);

    JsonNode answer = evaluate(ASK).isOk().json();

    assertThat(answer.path("decision").asString()).isEqualTo("ungated");
    assertThat(answer.path("gate").path("state").asString()).isEqualTo("unavailable");
    assertThat(answer.path("gate").path("reason").asString()).isEqualTo(reason);
    assertThat(answer.path("answer").asString()).isEqualTo(Canned.ANSWER);
    assertThat(evaluate(COMMITTED_ONLY).isOk().json().path("decision").asString())
        .isEqualTo("withheld");
    PEERS.critic.heal();
    assertThat(evaluate(ASK).isOk().json().path("decision").asString()).isEqualTo("committed");
  }

  @ParameterizedTest(name = "audit: {0}")
  @MethodSource("failures")
  void keepsTheRecordOnDiskUntilAuditIsBack(
      String name, ResponseDefinitionBuilder failure, String reason) throws IOException {
    PEERS.audit.instead(failure);

    JsonNode answer = evaluate(ASK).isOk().json();

    assertThat(answer.path("audit").path("state").asString()).isEqualTo("pending");
    assertThat(spooled()).hasSize(1);
    PEERS.audit.heal();
    awaitEmptySpool();
    UUID run = UUID.fromString(answer.path("run_id").asString());
    assertThat(PEERS.recorded).containsKey(run);
    assertThat(get(KEY, "/v1/runs/" + run).isOk().json().path("record_hash"))
        .isEqualTo(answer.path("audit").path("record_hash"));
  }

  @Test
  void recoversAfterEachServiceWasKilled() {
    PEERS.inference.kill();
    IntStream.range(0, 8).forEach(i -> evaluate(ASK).isProblem(503, "inference-unavailable"));
    PEERS.inference.heal();
    awaitAnswer("committed");

    PEERS.critic.kill();
    IntStream.range(0, 8)
        .forEach(
            i ->
                assertThat(evaluate(ASK).isOk().json().path("decision").asString())
                    .isEqualTo("ungated"));
    PEERS.critic.heal();
    awaitAnswer("committed");

    PEERS.audit.kill();
    List<String> runs =
        IntStream.range(0, 8)
            .mapToObj(i -> evaluate(ASK).isOk().json().path("run_id").asString())
            .toList();
    PEERS.audit.heal();
    awaitEmptySpool();
    assertThat(PEERS.recorded.keySet()).containsAll(runs.stream().map(UUID::fromString).toList());
  }

  private void awaitAnswer(String decision) {
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () -> {
              Answer answer = evaluate(ASK);
              return answer.status() == 200
                  && answer.json().path("decision").asString().equals(decision);
            });
  }

  @Test
  void replaysTheSpoolInOrder() {
    PEERS.audit.kill();
    List<String> runs =
        IntStream.range(0, 5)
            .mapToObj(i -> evaluate(ASK).isOk().json().path("run_id").asString())
            .toList();

    PEERS.audit.heal();
    awaitEmptySpool();

    List<String> sent =
        PEERS.audit.bodies("/v1/runs").reversed().stream()
            .filter(body -> !body.isEmpty())
            .map(body -> Peers.JSON.readTree(body).at("/envelope/run_id").asString())
            .distinct()
            .toList();
    assertThat(sent).containsExactlyElementsOf(runs);
  }

  @Test
  void givesNoAnswerWhenNeitherAuditNorTheDiskTakesTheRecord() throws IOException {
    PEERS.audit.kill();
    IntStream.range(0, 12).forEach(i -> evaluate(ASK).isOk());

    Answer refused = evaluate(ASK).isProblem(503, "record-not-durable");

    assertThat(refused.response().body()).doesNotContain(Canned.ANSWER);
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(spooled()).hasSize(12);
    assertThat(get(KEY, "/actuator/health/readiness").status()).isEqualTo(503);
    PEERS.audit.heal();
    awaitEmptySpool();
    evaluate(ASK).isOk();
    assertThat(get(KEY, "/actuator/health/readiness").status()).isEqualTo(200);
  }

  @Test
  void keepsARunWhoseBlocksAreStillOnTheirWay() throws IOException {
    PEERS.audit.instead(
        "/v1/runs",
        aResponse()
            .withStatus(422)
            .withHeader("Content-Type", "application/problem+json")
            .withBody(Peers.problemBody(422, "blocks-missing")));

    JsonNode answer = evaluate(ASK).isOk().json();

    assertThat(answer.path("audit").path("state").asString()).isEqualTo("pending");
    String run = answer.path("run_id").asString();
    get(KEY, "/v1/runs/" + run).isProblem(404, "run-pending");
    get(KEY, "/v1/runs/" + run + "/tokens").isProblem(404, "run-pending");
    get(OTHER_KEY, "/v1/runs/" + run).isProblem(404, "run-not-found");
    PEERS.audit.heal();
    awaitEmptySpool();
    get(KEY, "/v1/runs/" + run).isOk();
  }

  @Test
  void givesNoAnswerThatAuditRefusesToRecord() throws IOException {
    PEERS.audit.instead(
        "/v1/runs",
        aResponse()
            .withStatus(409)
            .withHeader("Content-Type", "application/problem+json")
            .withBody(Peers.problemBody(409, "run-conflict")));

    evaluate(ASK).isProblem(503, "record-not-durable");

    assertThat(spooled()).isEmpty();
  }

  @Test
  void givesNoAnswerWhoseBlockInferenceCouldNotKeep() {
    PEERS.inference.instead(
        aResponse()
            .withStatus(503)
            .withHeader("Content-Type", "application/problem+json")
            .withHeader("Retry-After", "7")
            .withBody(Peers.problemBody(503, "record-unavailable")));

    Answer answer = evaluate(ASK).isProblem(503, "record-not-durable");

    assertThat(answer.header("Retry-After")).isEqualTo("7");
  }

  @Test
  void givesTheAnswerWithoutAnExplanationThatCannotBeHad() {
    String explain = "{\"model_path\":\"demo\",\"prompt\":\"p\",\"explain\":true}";
    PEERS.inference.instead("/v1/explanations", aResponse().withStatus(500));
    JsonNode failed = evaluate(explain).isOk().json().at("/xai/gradient");
    PEERS.inference.instead(
        "/v1/explanations",
        aResponse()
            .withStatus(422)
            .withHeader("Content-Type", "application/problem+json")
            .withBody(Peers.problemBody(422, "explanation-over-budget")));
    JsonNode refused = evaluate(explain).isOk().json().at("/xai/gradient");

    assertThat(failed.path("state").asString()).isEqualTo("unavailable");
    assertThat(refused.path("state").asString()).isEqualTo("refused");
    assertThat(refused.path("type").asString()).endsWith(":explanation-over-budget");
    assertThat(refused.path("estimated_tokens").asInt()).isEqualTo(900);
  }

  @Test
  void refusesAnExplanationThatItsBudgetCannotPayBeforeItGenerates() {
    PEERS.inference.instead(
        "/v1/explanations/estimate",
        aResponse()
            .withStatus(422)
            .withHeader("Content-Type", "application/problem+json")
            .withBody(Peers.problemBody(422, "explanation-over-budget")));
    String explain = "{\"model_path\":\"demo\",\"prompt\":\"p\",\"explain\":true,\"budget\":10}";
    int before = PEERS.recorded.size();

    JsonNode problem = evaluate(explain).isProblem(422, "explanation-over-budget").json();

    assertThat(problem.path("estimated_tokens").asInt()).isEqualTo(900);
    assertThat(PEERS.inference.bodies("/v1/explanations/estimate").getFirst())
        .contains("\"budget\":10", "\"max_new_tokens\":160");
    assertThat(PEERS.inference.bodies("/v1/generations")).isEmpty();
    assertThat(PEERS.recorded).hasSize(before);
  }

  @Test
  void neverGeneratesTwiceForOneRequestThatMayHaveArrived() {
    PEERS.inference.instead(aResponse().withStatus(500));

    evaluate(ASK).isProblem(503, "inference-unavailable");

    assertThat(PEERS.inference.bodies("/v1/generations")).hasSize(1);
  }

  @Test
  void leavesAFailingServiceAloneForAMoment() {
    PEERS.gate = GateDecision.Outcome.REPAIR;
    PEERS.critic.instead(aResponse().withStatus(500));

    IntStream.range(0, 10).forEach(i -> evaluate(ASK).isOk());

    assertThat(evaluate(ASK).isOk().json().at("/gate/reason").asString())
        .isIn("circuit-open", "error");
    assertThat(PEERS.critic.bodies("/v1/verdicts").size()).isLessThan(20);
  }

  @Test
  void proxiesSayWhichServiceIsAway() {
    PEERS.inference.kill();
    PEERS.critic.kill();
    PEERS.audit.kill();

    get(KEY, "/v1/specialists").isProblem(503, "inference-unavailable");
    get(KEY, "/v1/critics").isProblem(503, "critic-unavailable");
    get(KEY, "/v1/runs").isProblem(503, "audit-unavailable");
  }
}
