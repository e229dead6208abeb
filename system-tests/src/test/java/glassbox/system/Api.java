package glassbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API as a client without any library of ours sees it. */
final class Api implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  static final String QUESTION =
      """
      {"model_path":"demo","prompt":"How many grams are 3 kg?","explain":true,
       "generation_config":{"max_new_tokens":12,"do_sample":false,"seed":7}}\
      """;

  /** The same with a certificate, however many were sampled before. */
  static final String CERTIFIED =
      QUESTION.replace("\"explain\":true", "\"explain\":true,\"certificate\":\"full\"");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Stack stack;

  Api(Stack stack) {
    this.stack = stack;
  }

  /** An answer of the API. */
  record Answer(int status, String mediaType, String body) {

    JsonNode json() {
      return JSON.readTree(body);
    }

    /** This answer, which must be a problem of the given kind and quote nothing. */
    JsonNode problem(int expected, String type) {
      assertThat(status).as(body).isEqualTo(expected);
      assertThat(mediaType).as(body).startsWith("application/problem+json");
      assertThat(json().path("type").asString()).isEqualTo("urn:glassbox:problem:" + type);
      assertThat(json().path("detail").asString()).isNotBlank();
      assertThat(body).doesNotContain("Exception", "\tat ", "SECRET-TEXT");
      return json();
    }
  }

  Answer ask(String body) {
    return send("POST", "/glad/evaluate", stack.key(), body);
  }

  Answer get(String path) {
    return send("GET", path, stack.key(), null);
  }

  Answer send(
      String method,
      String path,
      @org.jspecify.annotations.Nullable String key,
      @org.jspecify.annotations.Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stack.port("gateway") + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
