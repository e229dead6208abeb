package glassbox.critic.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "glassbox.service-token=a-token-for-tests",
      "glassbox.critics.limits.text=1000",
      "glassbox.critics.limits.signals=50",
      "glassbox.critics.limits.fragments=3",
      "glassbox.critics.limits.claims=3"
    })
class VerdictsOverHttpTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String RUN = "01932c07-209c-7aaa-8000-000000000001";

  @Value("${local.server.port}")
  int port;

  @AfterAll
  static void close() {
    HTTP.close();
  }

  @Test
  void commitsWhatHoldsAndIsNeitherCollapsedNorLooping() throws Exception {
    JsonNode report = judge("How many grams are 2 kg?", "2 kg is 2000 g.", signals(0.7), "");
    assertThat(report.at("/gate/outcome").asString()).isEqualTo("commit");
    assertThat(report.at("/gate/reasons").size()).isZero();
    assertThat(report.at("/csa").asDouble()).isEqualTo(1);
    assertThat(report.at("/chi/collapse").asDouble()).isEqualTo(0.5 * (1 - 0.7));
    assertThat(verdict(report, "units").path("outcome").asString()).isEqualTo("passed");
    assertThat(verdict(report, "units").path("checks").asInt()).isEqualTo(2);
    assertThat(verdict(report, "units").path("config_hash").asString()).matches("[0-9a-f]{64}");
    assertThat(verdict(report, "trace").path("outcome").asString()).isEqualTo("unavailable");
    assertThat(verdict(report, "trace").path("reason").asString()).isNotBlank();
  }

  @Test
  void wrongConversionIsFoundAndRepaired() throws Exception {
    String answer = "Well, 2 kg is 2001 g.";
    JsonNode report = judge("How many grams are 2 kg?", answer, signals(0.7), "");
    assertThat(report.at("/gate/outcome").asString()).isEqualTo("repair");
    JsonNode finding = verdict(report, "units").at("/findings/0");
    assertThat(answer.substring(finding.path("start").asInt(), finding.path("end").asInt()))
        .isEqualTo("2 kg is 2001 g");
    assertThat(report.at("/chi/contradiction").asDouble()).isPositive();
  }

  @Test
  void whatIsOnlyAPartIsScoredWhereNothingFollowsIt() throws Exception {
    String part = ",\"scored\":false";
    JsonNode passed = judge("How many grams are 2 kg?", "2 kg is 2000 g.", signals(0.7), part);
    assertThat(passed.at("/gate/outcome").asString()).isEqualTo("commit");
    assertThat(passed.path("scores").isNull()).isTrue();
    JsonNode shut = judge("How many grams are 2 kg?", "2 kg is 2001 g.", signals(0.7), part);
    assertThat(shut.at("/gate/outcome").asString()).isEqualTo("repair");
    assertThat(shut.path("scores").isObject()).isTrue();
    JsonNode whole = judge("How many grams are 2 kg?", "2 kg is 2000 g.", signals(0.7), "");
    assertThat(whole.path("scores").isObject()).isTrue();
  }

  @Test
  void everyCriticFlaggedRestarts() throws Exception {
    String context = ",\"context\":\"The dose of Aspirin is 5 mg.\"";
    JsonNode report =
        judge("?", "The dose of Aspirin is 7 mg. 2 kg = 2001 g.", signals(0.7), context);
    assertThat(report.at("/gate/outcome").asString()).isEqualTo("restart");
    assertThat(report.at("/csa").asDouble()).isEqualTo(1);
  }

  @Test
  void confidentGreedyAnswerDoesNotCommitAtTheDefaultBar() throws Exception {
    JsonNode report = judge("?", "2 kg is 2000 g.", signals(0), "");
    assertThat(report.at("/chi/value").asDouble()).isEqualTo(0.5);
    assertThat(report.at("/gate/outcome").asString()).isEqualTo("repair");
    assertThat(report.at("/gate/reasons/0").asString()).contains("chi is 0.500");
  }

  @Test
  void withoutSignalsChiIsAbsentAndNothingCommits() throws Exception {
    JsonNode report = judge("?", "2 kg is 2000 g.", "[]", "");
    assertThat(report.path("chi").isNull()).isTrue();
    assertThat(report.at("/gate/outcome").asString()).isEqualTo("repair");
    assertThat(report.at("/gate/reasons/0").asString()).contains("chi is unknown");
  }

  @Test
  void claimsAreHeldToIssuedFragments() throws Exception {
    String trace =
        """
        ,"fragments":[{"id":"calc#1","kind":"tool","tool":"calculator","output":"69.6"},
        {"id":"row#1","kind":"table_row","tool":"sql","output":"total 69.6 EUR"}],
        "claims":[{"id":"claim#1","text":"Total is 69.6 EUR.","supports":["calc#1","row#1"]},
        {"id":"claim#2","text":"Total is 69.6 EUR.","supports":["calc#1","calc#9"]}]\
        """;
    JsonNode verdict = verdict(judge("?", "Total is 69.6 EUR.", signals(.7), trace), "trace");
    assertThat(verdict.path("outcome").asString()).isEqualTo("flagged");
    assertThat(verdict.path("checks").asInt()).isEqualTo(2);
    assertThat(verdict.at("/findings").size()).isEqualTo(1);
    assertThat(verdict.at("/findings/0/message").asString()).contains("claim#2", "calc#9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"token_id\":-1,\"normalized_entropy\":0,\"entropy\":0} | signals.0.token_id",
        "{\"token_id\":1,\"normalized_entropy\":1.1,\"entropy\":0} | signals.0.normalized_entropy",
        "{\"token_id\":1,\"normalized_entropy\":0,\"entropy\":-1} | signals.0.entropy",
      })
  void namesTheSignalThatIsWrong(String signal, String field) throws Exception {
    HttpResponse<String> answer = post(body("?", "x", "[" + signal + "]", ""));
    assertThat(problem(answer).at("/errors/0/field").asString()).isEqualTo(field);
  }

  @Test
  void namesFieldsOverTheirLimits() throws Exception {
    String fragment = "{\"id\":\"a\",\"kind\":\"t\",\"tool\":\"t\",\"output\":\"\"}";
    String fragments =
        IntStream.range(0, 4).mapToObj(i -> fragment).collect(Collectors.joining(","));
    String more =
        ",\"context\":\""
            + "c".repeat(1001)
            + "\",\"fragments\":["
            + fragments
            + "],"
            + "\"claims\":[{\"id\":\" \",\"text\":\"t\",\"supports\":[]}]";
    HttpResponse<String> answer = post(body("p".repeat(1001), "a".repeat(1001), "[]", more));
    assertThat(
            problem(answer).path("errors").values().stream()
                .map(error -> error.path("field").asString()))
        .containsExactly(
            "prompt",
            "answer",
            "context",
            "fragments",
            "fragments.1.id",
            "fragments.2.id",
            "fragments.3.id",
            "claims.0.id");
  }

  @Test
  void listsCriticsAsVerdictsNameThem() throws Exception {
    JsonNode critics = JSON.readTree(get("/v1/critics").body());
    assertThat(critics.values().stream().map(c -> c.path("name").asString()))
        .containsExactly(
            "units",
            "contradiction",
            "trace",
            "args",
            "cross-tool",
            "compile",
            "tests",
            "lint",
            "lemma",
            "cite-resolve",
            "quote-align",
            "cross-agent",
            "safety",
            "kinematics",
            "resource");
    assertThat(
            critics.values().stream()
                .filter(c -> c.path("standing").asBoolean())
                .map(c -> c.path("name").asString()))
        .containsExactly("units", "contradiction", "trace");
    assertThat(
            critics.values().stream()
                .filter(c -> c.path("mandatory").asBoolean())
                .map(c -> c.path("name").asString()))
        .containsExactly("units", "contradiction");
    JsonNode report = judge("?", "x", signals(1), "");
    assertThat(verdict(report, "units").path("config_hash"))
        .isEqualTo(critics.get(0).path("config_hash"));
  }

  @Test
  void aPanelChoosesWhoVotesAndWhereTheGateStands() throws Exception {
    String panel =
        """
        ,"panel":{"domain":"code","critics":[{"critic":"compile","mandatory":true},
        {"critic":"tests","mandatory":true},{"critic":"lint","mandatory":false}],
        "bars":{"csa":0.67,"chi":0.6}},
        "material":{"tests":[{"call":"f(2)","expected":"7"}]}\
        """;
    JsonNode right = judge("?", "int f(int x){return x+5;}", signals(.7), panel);
    assertThat(right.at("/gate/outcome").asString()).as("%s", right).isEqualTo("commit");
    assertThat(right.path("verdicts").size()).isEqualTo(3);
    JsonNode wrong = judge("?", "int f(int x){return x+6;}", signals(.7), panel);
    assertThat(wrong.at("/gate/outcome").asString()).isEqualTo("repair");
    assertThat(verdict(wrong, "tests").at("/findings/0/message").asString()).contains("gives 8");
  }

  @Test
  void anUnknownCriticIsUnavailableAndLetsNothingPass() throws Exception {
    String panel =
        """
        ,"panel":{"domain":"x","critics":[{"critic":"units","mandatory":true},
        {"critic":"oracle","mandatory":true}]}\
        """;
    JsonNode report = judge("?", "2 kg is 2000 g.", signals(.7), panel);
    assertThat(verdict(report, "oracle").path("outcome").asString()).isEqualTo("unavailable");
    assertThat(report.at("/gate/outcome").asString()).isEqualTo("repair");
  }

  @Test
  void fieldsAreTakenByTheirOffsets() throws Exception {
    String fields =
        """
        ,"fields":[{"field":"compute","role":"text","start":0,"end":4},
        {"field":"answer","role":"text","start":7,"end":10}],"context":"x"\
        """;
    JsonNode report = judge("?", "2 kg = 3 g", signals(.7), fields);
    assertThat(verdict(report, "units").path("checks").asInt()).isZero();
    HttpResponse<String> beyond = post(body("?", "2 kg", signals(.7), fields));
    assertThat(problem(beyond).at("/errors/0/field").asString()).isEqualTo("fields.1");
  }

  @Test
  void chiIsGivenWithoutFreeTokensAndAveraged() throws Exception {
    String signals =
        """
        [{"token_id":1,"normalized_entropy":0.9,"entropy":1,"kind":"free"},
        {"token_id":2,"normalized_entropy":0.5,"entropy":1,"kind":"draft"},
        {"token_id":3,"normalized_entropy":0.0,"entropy":0,"kind":"forced"}]\
        """;
    JsonNode report =
        JSON.readTree(
            post(body("?", "x", signals.replace("\n", ""), ",\"chi_average\":0.5")).body());
    assertThat(report.at("/chi/mean_normalized_entropy").asDouble()).isEqualTo(.7);
    assertThat(report.at("/chi/without_free/mean_normalized_entropy").asDouble()).isEqualTo(.5);
    assertThat(report.at("/chi/average").asDouble())
        .isEqualTo(.5 + .5 * (report.at("/chi/value").asDouble() - .5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"panel\":{\"domain\":\"\",\"critics\":[{\"critic\":\"units\",\"mandatory\":true}]} |"
            + " panel.domain",
        "\"panel\":{\"domain\":\"a\",\"critics\":[]} | panel.critics",
        "\"chi_average\":1.5 | chi_average",
        "\"material\":{\"tests\":[{\"call\":\" \",\"expected\":\"1\"}]} | material.tests.0",
        "\"material\":{\"documents\":[{\"id\":\" \",\"text\":\"\"}]} | material.documents.0.id",
        "\"material\":{\"plan\":{\"places\":[\"a\"],\"roads\":[{\"from\":\"a\",\"to\":\"b\",\"km\":1,\"one_way\":false,\"closed\":false}]}}"
            + " | material.plan.roads.0",
      })
  void namesTheMaterialThatIsWrong(String more, String field) throws Exception {
    HttpResponse<String> answer = post(body("?", "x", signals(.7), "," + more));
    assertThat(problem(answer).at("/errors/0/field").asString()).isEqualTo(field);
  }

  @Test
  void countsVerdictsAndDecisions() throws Exception {
    judge("?", "2 kg = 2001 g", signals(.7), "");
    String metrics = get("/actuator/prometheus").body();
    assertThat(metrics)
        .contains("glassbox_critic_verdicts_total{")
        .contains("critic=\"units\",outcome=\"flagged\"")
        .contains("glassbox_critic_decisions_total{")
        .contains("glassbox_critic_csa_count");
  }

  private JsonNode judge(String prompt, String answer, String signals, String more)
      throws Exception {
    HttpResponse<String> response = post(body(prompt, answer, signals, more));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static String body(String prompt, String answer, String signals, String more) {
    return "{\"run_id\":\"%s\",\"prompt\":\"%s\",\"answer\":\"%s\",\"signals\":%s%s}"
        .formatted(RUN, prompt, answer, signals, more);
  }

  private static String signals(double entropy) {
    return IntStream.range(0, 10)
        .mapToObj(
            i -> "{\"token_id\":%d,\"normalized_entropy\":%s,\"entropy\":1}".formatted(i, entropy))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static JsonNode verdict(JsonNode report, String critic) {
    return report.path("verdicts").values().stream()
        .filter(verdict -> verdict.path("critic").asString().equals(critic))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode problem(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("type").asString()).isEqualTo("urn:glassbox:problem:invalid-request");
    return problem;
  }

  private HttpResponse<String> post(String body) throws Exception {
    return HTTP.send(
        request("/v1/verdicts")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("X-Glassbox-Service-Token", "a-token-for-tests");
  }
}
