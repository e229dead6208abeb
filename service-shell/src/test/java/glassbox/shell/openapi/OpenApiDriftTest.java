package glassbox.shell.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/**
 * Compares the document that a running service gives with the committed one. A service's test
 * extends it with its own {@code @SpringBootTest(webEnvironment = RANDOM_PORT)}. Run with {@code
 * -Dopenapi.write=true} to rewrite the committed document.
 */
public abstract class OpenApiDriftTest {

  private static final String WRITE = "openapi.write";

  private final String service;

  @Value("${local.server.port}")
  private int port;

  /** Of {@code service}, whose document is {@code openapi/<service>.yaml}. */
  protected OpenApiDriftTest(String service) {
    this.service = service;
  }

  @Test
  void committedDocumentIsWhatTheCodeSays() throws IOException, InterruptedException {
    String served = served();
    Path committed = root().resolve("openapi").resolve(service + ".yaml");
    if (Boolean.getBoolean(WRITE)) {
      Files.createDirectories(committed.getParent());
      Files.writeString(committed, served);
    }
    assertThat(committed)
        .as("rewrite it with -D%s=true and read the difference", WRITE)
        .exists()
        .hasContent(served);
  }

  private String served() throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/v3/api-docs.yaml");
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body();
    }
  }

  private static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("libs/contracts"))) {
        return at;
      }
    }
    throw new IllegalStateException("not inside the repository");
  }
}
