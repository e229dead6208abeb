package glassbox.critic.order;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critic.panel.Quarantine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "glassbox.service-token=a-token-for-tests",
      "glassbox.critics.order-sensitivity.schedule=-",
      "glassbox.critics.java.time-limit=60s"
    })
class OrderOverHttpTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Value("${local.server.port}")
  int port;

  @Autowired Quarantine quarantine;

  @AfterAll
  static void close() {
    HTTP.close();
  }

  @Test
  void showsTheMatrixBeforeAnythingWasMeasured() throws Exception {
    JsonNode report =
        JsonMapper.shared().readTree(send("GET", "/v1/critics/order-sensitivity", 200));
    assertThat(report.path("bar").asDouble()).isEqualTo(.05);
    assertThat(report.path("critics").size()).isEqualTo(15);
    assertThat(report.path("matrix").size()).isEqualTo(15);
    assertThat(report.path("measured_at").isNull()).isTrue();
  }

  @Test
  void quarantinedCriticsAreListedAndPassNothingUntilReleased() throws Exception {
    quarantine.add("units", new Quarantine.Cause("a test", "planted", .5, .05));
    try {
      JsonNode report = judge();
      assertThat(report.path("quarantined").get(0).asString()).isEqualTo("units");
      assertThat(report.at("/verdicts/0/outcome").asString()).isEqualTo("unavailable");
      assertThat(report.at("/verdicts/0/reason").asString()).contains("quarantine", "planted");
      assertThat(report.at("/gate/outcome").asString()).isEqualTo("repair");
      JsonNode shown =
          JsonMapper.shared().readTree(send("GET", "/v1/critics/order-sensitivity", 200));
      assertThat(shown.at("/quarantined/0/critic").asString()).isEqualTo("units");
    } finally {
      send("DELETE", "/v1/critics/quarantine/units?by=ada&reason=split%20in%20two", 200);
    }
    assertThat(judge().at("/gate/outcome").asString()).isEqualTo("commit");
    JsonNode history = JsonMapper.shared().readTree(send("GET", "/v1/critics/quarantine", 200));
    assertThat(history.path("quarantined").size()).isZero();
    assertThat(history.at("/events/0/action").asString()).isEqualTo("released");
    assertThat(history.at("/events/0/by").asString()).isEqualTo("ada");
    assertThat(history.at("/events/0/reason").asString()).isEqualTo("split in two");
    assertThat(history.at("/events/1/action").asString()).isEqualTo("quarantined");
    assertThat(history.at("/events/1/delta").asDouble()).isEqualTo(.5);
    assertThat(history.path("head")).isEqualTo(history.at("/events/0/hash"));
    send("DELETE", "/v1/critics/quarantine/units", 404);
    send("DELETE", "/v1/critics/quarantine/units?by=%00", 400);
  }

  @Test
  void runsSnippets() throws Exception {
    JsonNode result = java("int f(int x){return x+1;} f(3)");
    assertThat(result.path("outcome").asString()).isEqualTo("ran");
    assertThat(result.at("/values/0/value").asString()).isEqualTo("4");
    assertThat(java("int f(){return z;} f()").path("outcome").asString())
        .isEqualTo("compile_error");
    assertThat(java("int f(){System.exit(1); return 1;} f()").path("outcome").asString())
        .isEqualTo("forbidden");
    send("POST", "/v1/java", "{\"snippet\":\"f(3)\"}", 400);
  }

  private JsonNode java(String snippet) throws Exception {
    return JsonMapper.shared()
        .readTree(send("POST", "/v1/java", "{\"snippet\":\"" + snippet + "\"}", 200));
  }

  private JsonNode judge() throws Exception {
    String body =
        """
        {"run_id":"01932c07-209c-7aaa-8000-000000000001","prompt":"?","answer":"2 kg is 2000 g.",
        "signals":[{"token_id":1,"normalized_entropy":0.7,"entropy":1}]}\
        """;
    return JsonMapper.shared().readTree(send("POST", "/v1/verdicts", body, 200));
  }

  private String send(String method, String path, int status) throws Exception {
    return send(method, path, "", status);
  }

  private String send(String method, String path, String body, int status) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("X-Glassbox-Service-Token", "a-token-for-tests")
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    var response = HTTP.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return response.body();
  }
}
