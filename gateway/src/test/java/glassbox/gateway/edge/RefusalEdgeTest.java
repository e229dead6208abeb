package glassbox.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of bad request meets the right problem, which names the field and never the text. */
class RefusalEdgeTest extends EdgeTest {

  static Stream<Arguments> badBodies() {
    return Stream.of(
        bad("", 400, "malformed-json", ""),
        bad("{\"model_path\":", 400, "malformed-json", ""),
        bad("{'model_path':'demo'}", 400, "malformed-json", ""),
        bad("[]", 400, "invalid-request", ""),
        bad("null", 400, "malformed-json", ""),
        bad(
            "{\"prompt\":\"p\",\"prompt\":\"q\",\"model_path\":\"demo\"}",
            400,
            "malformed-json",
            ""),
        bad(ASK + "{}", 400, "malformed-json", ""),
        with("\"generation_config\":{\"temperature\":NaN}", 400, "malformed-json", ""),
        with("\"generation_config\":{\"temperature\":Infinity}", 400, "malformed-json", ""),
        with("\"generation_config\":{\"temperature\":\"NaN\"}", "generation_config.temperature"),
        with("\"generation_config\":{\"temperature\":1e999}", "generation_config.temperature"),
        with("\"generation_config\":{\"temperature\":\"0.7\"}", "generation_config.temperature"),
        with("\"generation_config\":{\"temperature\":0}", "generation_config.temperature"),
        with("\"generation_config\":{\"temperature\":-1}", "generation_config.temperature"),
        with("\"generation_config\":{\"top_p\":0}", "generation_config.top_p"),
        with("\"generation_config\":{\"top_p\":1.01}", "generation_config.top_p"),
        with("\"generation_config\":{\"top_p\":true}", "generation_config.top_p"),
        with("\"generation_config\":{\"max_new_tokens\":0}", "generation_config.max_new_tokens"),
        with("\"generation_config\":{\"max_new_tokens\":1025}", "generation_config.max_new_tokens"),
        with("\"generation_config\":{\"max_new_tokens\":1.5}", "generation_config.max_new_tokens"),
        with(
            "\"generation_config\":{\"max_new_tokens\":\"9\"}", "generation_config.max_new_tokens"),
        with(
            "\"generation_config\":{\"max_new_tokens\":99999999999}",
            "generation_config.max_new_tokens"),
        with("\"generation_config\":{\"do_sample\":\"true\"}", "generation_config.do_sample"),
        with("\"generation_config\":{\"do_sample\":1}", "generation_config.do_sample"),
        with("\"generation_config\":{\"seed\":1.5}", "generation_config.seed"),
        with("\"generation_config\":{\"stop\":[\"\"]}", "generation_config.stop"),
        with("\"generation_config\":{\"stop\":[null]}", "generation_config"),
        with("\"generation_config\":[]", "generation_config"),
        with(
            "\"generation_config\":{\"beams\":2}", 400, "unknown-field", "generation_config.beams"),
        with("\"colour\":\"red\"", 400, "unknown-field", "colour"),
        with("\"pss_n_samples\":5", 400, "unknown-field", "pss_n_samples"),
        with("\"explain\":\"yes\"", "explain"),
        with("\"explain_mode\":\"causal\"", "explain_mode"),
        with("\"credit_tiers\":\"gradient\"", "credit_tiers"),
        with("\"credit_tiers\":[1]", "credit_tiers.0"),
        with("\"credit_tiers\":[\"mupax\"]", 422, "credit-tier-unavailable", "credit_tiers"),
        with("\"top_logprobs\":21", "top_logprobs"),
        with("\"top_logprobs\":-1", "top_logprobs"),
        with("\"budget\":0", "budget"),
        with("\"release\":\"always\"", "release"),
        with("\"combiner\":{}", "combiner.kind"),
        with("\"combiner\":{\"kind\":\"sum\"}", "combiner.kind"),
        with("\"combiner\":{\"kind\":\"gated\"}", "combiner.main"),
        with("\"combiner\":{\"kind\":\"mixture\",\"weights\":[1,-1]}", "combiner.weights"),
        with("\"answer\":\" \"", "answer"),
        with("\"context\":\"\\ud800\"", "context"),
        with("\"session_id\":\"a\\u0000\"", "session_id"),
        bad("{\"model_path\":\"demo\"}", 400, "invalid-request", "prompt"),
        bad("{\"prompt\":\"p\"}", 400, "invalid-request", "model_path"),
        bad(prompt(""), 400, "invalid-request", "prompt"),
        bad(prompt(" \\n\\t"), 400, "invalid-request", "prompt"),
        bad(prompt("\\udc00 lone"), 400, "invalid-request", "prompt"),
        bad(prompt("x".repeat(32_769)), 400, "invalid-request", "prompt"),
        bad(prompt("x".repeat(1_000_000)), 413, "request-too-large", ""),
        bad("[".repeat(5_000), 400, "invalid-request", ""));
  }

  private static Arguments bad(String body, int status, String problem, String field) {
    return Arguments.of(
        body.length() > 120 ? body.substring(0, 120) : body, body, status, problem, field);
  }

  private static Arguments with(String member, String field) {
    return with(member, 400, "invalid-request", field);
  }

  private static Arguments with(String member, int status, String problem, String field) {
    return bad("{\"model_path\":\"demo\",\"prompt\":\"p\"," + member + "}", status, problem, field);
  }

  private static String prompt(String prompt) {
    return "{\"model_path\":\"demo\",\"prompt\":\"" + prompt + "\"}";
  }

  @ParameterizedTest(name = "{0} -> {2} {3} {4}")
  @MethodSource("badBodies")
  void refusesBadBodies(String name, String body, int status, String problem, String field) {
    Answer answer = evaluate(body).isProblem(status, problem);

    if (!field.isEmpty()) {
      assertThat(answer.fields()).contains(field);
    }
    assertThat(PEERS.inference.urls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../models/demo",
        "/app/pretrained_glad",
        "models/demo",
        "C:\\\\models",
        "demo.safetensors",
        "file:demo",
        "Demo",
        "demo\\u0000",
        "nobody"
      })
  void knowsNoModelByPathOrByUnknownAlias(String model) {
    evaluate("{\"model_path\":\"" + model + "\",\"prompt\":\"p\"}")
        .isProblem(404, "model-not-found");
  }

  @Test
  void namesEveryBadFieldAtOnce() {
    Answer answer =
        evaluate(
                """
                {"model_path":"demo","prompt":" ","top_logprobs":99,
                 "generation_config":{"top_p":0,"temperature":0}}
                """)
            .isProblem(400, "invalid-request");

    assertThat(answer.fields())
        .containsExactly(
            "prompt", "generation_config.temperature", "generation_config.top_p", "top_logprobs");
  }

  @Test
  void neverRepeatsThePrompt() {
    Answer answer =
        evaluate("{\"model_path\":\"demo\",\"prompt\":\"my secret\",\"explain\":\"my secret\"}")
            .isProblem(400, "invalid-request");

    assertThat(answer.response().body()).doesNotContain("secret");
  }

  @Test
  void namesTheTiersThatAreAvailable() {
    Answer answer =
        evaluate("{\"model_path\":\"demo\",\"prompt\":\"p\",\"credit_tiers\":[\"pss\"]}");

    assertThat(answer.isProblem(422, "credit-tier-unavailable").json().path("available"))
        .hasToString("[\"gradient\"]");
  }

  @Test
  void refusesAChunkedBodyThatGrowsTooLarge() {
    byte[] large = prompt("x".repeat(400_000)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Answer answer =
        send(
            request("/glad/evaluate", KEY)
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));

    answer.isProblem(413, "request-too-large");
  }

  @Test
  void asksForAKey() {
    Answer answer =
        send(
            bare("/glad/evaluate")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ASK)));

    answer.isProblem(401, "unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer nobody", "Bearer ", "Basic Z2J4Og==", "gbx_key-of-tenant-one"})
  void knowsNoOtherKeys(String authorization) {
    send(bare("/v1/runs").header("Authorization", authorization).GET())
        .isProblem(401, "unauthenticated");
  }

  @Test
  void takesTheKeyAsXApiKeyToo() {
    send(bare("/v1/runs").header("X-API-Key", KEY).GET()).isOk();
  }

  @Test
  void namesTheScopeThatAKeyLacks() {
    Answer answer = evaluate(READ_ONLY_KEY, ASK).isProblem(403, "scope-missing");

    assertThat(answer.json().path("scope").asString()).isEqualTo("evaluate");
    get(READ_ONLY_KEY, "/v1/specialists").isProblem(403, "scope-missing");
    get(READ_ONLY_KEY, "/v1/critics").isProblem(403, "scope-missing");
    get(READ_ONLY_KEY, "/v1/runs").isOk();
  }

  @Test
  void speaksProblemsForEveryHttpMistake() {
    get(KEY, "/nowhere").isProblem(404, "not-found");
    get(KEY, "/glad/evaluate").isProblem(405, "method-not-allowed");
    send(request("/v1/runs", KEY).header("Accept", "text/html").GET())
        .isProblem(406, "not-acceptable");
    send(bare("/glad/evaluate")
            .header("Authorization", "Bearer " + KEY)
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(ASK)))
        .isProblem(415, "unsupported-media-type");
    get(KEY, "/v1/runs/not-a-uuid").isProblem(400, "invalid-request");
    get(KEY, "/v1/runs?limit=0").isProblem(400, "invalid-request");
    get(KEY, "/v1/runs?limit=many").isProblem(400, "invalid-request");
  }

  @Test
  void passesOnWhatInferenceRefusesInTheCallersWords() {
    PEERS.inference.instead(
        com.github.tomakehurst.wiremock.client.WireMock.aResponse()
            .withStatus(422)
            .withHeader("Content-Type", "application/problem+json")
            .withBody(Peers.problemBody(422, "context-overflow")));

    Answer answer = evaluate(ASK).isProblem(422, "context-overflow");

    assertThat(answer.fields()).containsExactly("generation_config.top_p");
    assertThat(answer.json().path("estimated_tokens").asInt()).isEqualTo(900);
  }
}
