package glassbox.shell;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.shell.access.ServiceToken;
import glassbox.shell.client.ServiceClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
      "glassbox.http.request-limit=1KB",
      "server.tomcat.connection-timeout=2s"
    })
class ServiceShellTest {

  private static final String TOKEN = "a-token-for-tests";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper MAPPER = JsonMapper.shared();

  @Value("${local.server.port}")
  int port;

  @Autowired ServiceClients clients;

  @AfterAll
  static void close() {
    HTTP.close();
  }

  @Test
  void readsAndWritesSnakeCase() throws Exception {
    HttpResponse<String> answer = order("{\"paper_size\":\"A4\",\"page_count\":2}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"paper_size\":\"A4\"", "\"page_count\":2", "\"notes\":[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"paper_size\":\"A4\",\"page_count\":2             | malformed-json  | ",
        "                                                    | malformed-json  | ",
        "{\"page_count\":2,\"page_count\":3,\"paper_size\":\"A4\"} | malformed-json | ",
        "{\"paper_size\":\"A4\",\"page_count\":2} {}         | malformed-json  | ",
        "{\"paper_size\":\"A4\",\"page_count\":NaN}          | malformed-json  | ",
        "{\"paper_size\":\"A4\",\"page_count\":2,\"colour\":1}| unknown-field  | colour",
        "{\"paper_size\":\"A4\",\"page_count\":\"2\"}        | invalid-request | page_count",
        "{\"paper_size\":\"A4\",\"page_count\":2.5}          | invalid-request | page_count",
        "{\"paper_size\":\"A4\",\"page_count\":2147483648} | invalid-request | page_count",
        "{\"paper_size\":\"A4\",\"page_count\":-99999999999999999999} | invalid-request |"
            + " page_count",
        "{\"paper_size\":\"A4\",\"page_count\":0}            | invalid-request | page_count",
        "{\"paper_size\":\"A4\"}                             | invalid-request | page_count",
        "{\"page_count\":2}                                  | invalid-request | paper_size",
        "{\"paper_size\":null,\"page_count\":2}              | invalid-request | paper_size",
        "{\"paper_size\":4,\"page_count\":2}                 | invalid-request | paper_size",
        "{\"paper_size\":true,\"page_count\":2}              | invalid-request | paper_size",
        "{\"paper_size\":\"A4\",\"page_count\":2,\"ink_level\":\"NaN\"} | invalid-request |"
            + " ink_level",
        "{\"paper_size\":\"A4\",\"page_count\":2,\"ink_level\":1e999} | invalid-request |"
            + " ink_level",
        "{\"paper_size\":\"A4\",\"page_count\":2,\"notes\":[1]} | invalid-request | notes.0",
        "{\"paper_size\":\"A4\",\"page_count\":2,\"notes\":[null]} | invalid-request | ",
        "[]                                                  | invalid-request | ",
      })
  void namesWhatIsWrongWithTheBody(String body, String type, String field) throws Exception {
    JsonNode problem = problem(order(body == null ? "" : body), 400, type);
    if (field != null) {
      assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
    }
    assertThat(problem.toString()).doesNotContain("A4");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/nowhere, 404, not-found",
    "DELETE, /v1/orders, 405, method-not-allowed",
    "GET, /v1/orders, 400, invalid-request",
    "GET, /v1/orders?pageLimit=eleven, 400, invalid-request",
    "GET, /v1/orders?pageLimit=11, 400, invalid-request",
    "GET, /v1/orders?pageLimit=%F0%9F, 400, bad-request",
    "GET, /v1/orders?%C3%28=1&pageLimit=1, 400, bad-request",
    "GET, /v1/paper, 409, out-of-paper",
    "GET, /v1/broken, 500, internal-error",
    "GET, /error, 404, not-found",
    "GET, /actuator/env, 404, not-found",
  })
  void everyErrorIsAProblem(String method, String path, int status, String type) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            request(path)
                .header("Accept", "text/html")
                .method(method, BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    assertThat(problem(answer, status, type).toString()).doesNotContain("secret", "Exception");
  }

  @Test
  void refusesOtherMediaTypes() throws Exception {
    HttpResponse<String> form =
        HTTP.send(
            request("/v1/orders")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=b"))
                .build(),
            BodyHandlers.ofString());
    problem(form, 415, "unsupported-media-type");
    HttpResponse<String> image =
        HTTP.send(
            request("/v1/orders?pageLimit=1").header("Accept", "image/png").build(),
            BodyHandlers.ofString());
    problem(image, 406, "not-acceptable");
  }

  @Test
  void refusesBodiesOverTheLimitWithAndWithoutLength() throws Exception {
    String big = "{\"paper_size\":\"" + "A".repeat(2000) + "\",\"page_count\":2}";
    problem(order(big), 413, "request-too-large");
    HttpResponse<String> chunked =
        HTTP.send(
            request("/v1/orders")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofInputStream(
                        () ->
                            new java.io.ByteArrayInputStream(big.getBytes(StandardCharsets.UTF_8))))
                .build(),
            BodyHandlers.ofString());
    problem(chunked, 413, "request-too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/paper",
        "/actuator/health/../../v1/paper",
        "/v3/api-docs/..;/v1/paper",
        "/actuator/healthy",
        "/v1/nowhere",
      })
  void asksForTheServiceToken(String path) throws Exception {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).doesNotContain("out-of-paper").contains("application/problem+json");
    assertThat(answer.substring(9, 12)).isIn("400", "401");
    String wrong =
        raw(
            "GET /v1/paper HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + ServiceToken.HEADER
                + ": a-token-for-tesst\r\n\r\n");
    assertThat(wrong).startsWith("HTTP/1.1 401").contains("service-token-required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/actuator/prometheus",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
      })
  void probesMetricsAndDocumentsAreOpen(String path) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /a|b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /a%2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "BAD\r\n\r\n",
        "GET /v1/orders HTTP/3.0\r\nHost: x\r\nConnection: close\r\n\r\n",
        "CONNECT /v1/orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "POST /v1/orders HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n"
            + "Connection: close\r\n\r\nxx",
        "POST /v1/orders HTTP/1.1\r\nHost: x\r\nX-Glassbox-Service-Token: "
            + TOKEN
            + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
            + "Connection: close\r\n\r\nZZ\r\nabc\r\n0\r\n\r\n",
        "POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
      })
  void whatTomcatRefusesIsAProblemToo(String request) throws Exception {
    String answer = raw(request);
    assertThat(answer).doesNotContain("<html", "Tomcat", "Exception").contains("400");
    assertThat(answer).contains("application/problem+json", "urn:glassbox:problem:bad-request");
  }

  @Test
  void refusesABodyThatStops() throws Exception {
    String answer =
        raw(
            "POST /v1/orders HTTP/1.1\r\nHost: x\r\nX-Glassbox-Service-Token: "
                + TOKEN
                + "\r\nContent-Type: application/json\r\nContent-Length: 50\r\n"
                + "Connection: close\r\n\r\n{");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("urn:glassbox:problem:bad-request");
  }

  @Test
  void refusesAHeaderThatIsTooLong() throws Exception {
    String answer =
        raw(
            "GET / HTTP/1.1\r\nHost: x\r\nX-Long: "
                + "a".repeat(20_000)
                + "\r\nConnection: close\r\n\r\n");
    assertThat(answer).doesNotContain("<html").contains("urn:glassbox:problem:bad-request");
  }

  @Test
  void setsSecurityHeaders() throws Exception {
    HttpResponse<String> answer =
        HTTP.send(request("/v1/orders?pageLimit=1").build(), BodyHandlers.ofString());
    assertThat(answer.headers().map())
        .containsKeys("x-content-type-options", "x-frame-options", "content-security-policy");
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
  }

  @Test
  void clientsShowTheToken() {
    String list =
        clients
            .to(uri("/"), Duration.ofSeconds(5))
            .get()
            .uri("v1/orders?pageLimit=3")
            .retrieve()
            .body(String.class);
    assertThat(list).isEqualTo("[\"3\"]");
  }

  @Test
  void documentHasWireNamesAndRequiredFields() throws Exception {
    String document =
        HTTP.send(HttpRequest.newBuilder(uri("/v3/api-docs")).build(), BodyHandlers.ofString())
            .body();
    JsonNode order = MAPPER.readTree(document).at("/components/schemas/Order");
    assertThat(order.path("properties").propertyNames())
        .containsExactly("ink_level", "notes", "page_count", "paper_size");
    assertThat(order.path("required").values().stream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("page_count", "paper_size");
    assertThat(document).contains("\"openapi\":\"3.1").doesNotContain("127.0.0.1");
    assertThat(
            MAPPER
                .readTree(document)
                .at("/components/securitySchemes/service-token/name")
                .asString())
        .isEqualTo(ServiceToken.HEADER);
  }

  @Test
  void documentIsTheSameEachTime() throws Exception {
    HttpRequest ask = HttpRequest.newBuilder(uri("/v3/api-docs")).build();
    String first = HTTP.send(ask, BodyHandlers.ofString()).body();
    assertThat(HTTP.send(ask, BodyHandlers.ofString()).body()).isEqualTo(first);
    assertThat(MAPPER.readTree(first).at("/servers/0/url").asString()).isEqualTo("/");
  }

  @Test
  void documentShowsBodiesWithoutTheirWrapper() throws Exception {
    String document =
        HTTP.send(HttpRequest.newBuilder(uri("/v3/api-docs")).build(), BodyHandlers.ofString())
            .body();
    JsonNode answers = MAPPER.readTree(document).at("/paths/~1v1~1orders/put/responses");
    for (String status : List.of("200", "201")) {
      assertThat(answers.path(status).at("/content/application~1json/schema/$ref").asString())
          .isEqualTo("#/components/schemas/Order");
    }
    assertThat(document).doesNotContain("ResponseEntity", "HttpHeaders");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).header(ServiceToken.HEADER, TOKEN);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private HttpResponse<String> order(String body) throws IOException, InterruptedException {
    return HTTP.send(
        request("/v1/orders")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonNode problem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = MAPPER.readTree(answer.body());
    assertThat(problem.path("type").asString()).isEqualTo("urn:glassbox:problem:" + type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asString()).isNotBlank();
    return problem;
  }
}
