package glassbox.shell;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.shell.access.ServiceToken;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service on the shell, as its callers see it; all such tests share one. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "glassbox.service-token=a-token-for-tests",
      "glassbox.http.request-limit=1KB",
      "server.tomcat.connection-timeout=2s"
    })
abstract class ShellTest {

  static final String TOKEN = "a-token-for-tests";
  static final HttpClient HTTP = HttpClient.newHttpClient();
  static final JsonMapper MAPPER = JsonMapper.shared();

  @Value("${local.server.port}")
  int port;

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).header(ServiceToken.HEADER, TOKEN);
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  HttpResponse<String> order(String body) throws IOException, InterruptedException {
    return HTTP.send(
        request("/v1/orders")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static JsonNode problem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = MAPPER.readTree(answer.body());
    assertThat(problem.path("type").asString()).isEqualTo("urn:glassbox:problem:" + type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asString()).isNotBlank();
    return problem;
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
