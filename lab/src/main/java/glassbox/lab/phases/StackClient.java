package glassbox.lab.phases;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stack as any client sees it. */
final class StackClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;
  private final String key;

  StackClient(URI url, String key) {
    this.url = url;
    this.key = key;
  }

  /** An answer: its status, its body, and how long it took, milliseconds. */
  record Answer(int status, JsonNode body, double millis) {}

  Answer evaluate(JsonNode request) throws IOException, InterruptedException {
    return send("/glad/evaluate", request);
  }

  /** Hash of the configuration in force. */
  String configuration() throws IOException, InterruptedException {
    return send("/v1/esi", null).body().path("configuration_hash").asString("");
  }

  private Answer send(String path, @Nullable JsonNode body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(LONGEST)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json");
    long began = System.nanoTime();
    HttpResponse<String> response =
        http.send(
            body == null
                ? request.GET().build()
                : request.POST(BodyPublishers.ofString(body.toString())).build(),
            BodyHandlers.ofString());
    double millis = (System.nanoTime() - began) / 1e6;
    return new Answer(response.statusCode(), JSON.readTree(response.body()), millis);
  }

  @Override
  public void close() {
    http.close();
  }
}
