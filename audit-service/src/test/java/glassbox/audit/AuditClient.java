package glassbox.audit;

import glassbox.shell.json.StrictJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a running audit service over a real socket. */
public final class AuditClient {
  public static final String TOKEN = "a-token-only-for-tests";
  public static final JsonMapper JSON = StrictJson.mapper();

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String base;

  public AuditClient(int port) {
    base = "http://127.0.0.1:" + port;
  }

  /** An answer: its status and its body. */
  public record Answer(int status, byte[] body, String contentType) {
    public JsonNode json() {
      return JSON.readTree(body);
    }

    public <T> T as(Class<T> type) {
      return JSON.readValue(body, type);
    }

    public String problem() {
      return json().path("type").asString();
    }
  }

  public Answer postBlock(byte[] block) {
    return send(
        request("/v1/blocks")
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(block)));
  }

  public Answer postJson(String path, Object body) {
    String json = body instanceof String text ? text : JSON.writeValueAsString(body);
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(30))
        .header("X-Glassbox-Service-Token", TOKEN);
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          response.body(),
          response.headers().firstValue("Content-Type").orElse(""));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
