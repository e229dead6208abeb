package glassbox.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import glassbox.contracts.verdict.CriticRequest;
import glassbox.gateway.GatewayApplication;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A running gateway with healthy stand-ins before each test. */
@SpringBootTest(
    classes = GatewayApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "glassbox.service-token=0123456789abcdef-test",
      "glassbox.gateway.esi.mode=auto",
      "glassbox.gateway.downstream.inference.timeout=4s",
      "glassbox.gateway.downstream.inference.breaker-wait=200ms",
      "glassbox.gateway.downstream.critic.timeout=2s",
      "glassbox.gateway.downstream.critic.breaker-wait=200ms",
      "glassbox.gateway.downstream.audit.timeout=2s",
      "glassbox.gateway.downstream.audit.breaker-wait=200ms",
      "glassbox.gateway.spool.replay-every=100ms",
      "glassbox.gateway.spool.max-records=12"
    })
abstract class EdgeTest {
  static final String KEY = "gbx_key-of-tenant-one";
  static final String OTHER_KEY = "gbx_key-of-tenant-two";
  static final String SMALL_KEY = "gbx_key-of-a-tenant-with-little";
  static final String READ_ONLY_KEY = "gbx_key-that-only-reads-runs";
  static final String ASK = "{\"model_path\":\"demo\",\"prompt\":\"How many grams are 3 kg?\"}";
  static final Peers PEERS = new Peers();
  static final Path HOME = home();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static boolean warm;

  @Value("${local.server.port}")
  int port;

  @Autowired CircuitBreakerRegistry breakers;

  private static Path home() {
    try {
      Path home = Files.createTempDirectory("gateway-edge");
      writeKeys(home.resolve("keys.json"));
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeKeys(Path file) throws IOException {
    List<String> all =
        List.of(
            "evaluate",
            "runs:read",
            "runs:replay",
            "runs:erase",
            "specialists:read",
            "critics:read",
            "analytics:read",
            "royalties:issue",
            "specialists:clear",
            "reads:review");
    Map<String, Object> plenty =
        Map.of("tokens_per_minute", 100_000_000, "concurrent_requests", 64);
    Map<String, Object> little = Map.of("tokens_per_minute", 400, "concurrent_requests", 1);
    Map<String, Object> document =
        Map.of(
            "version",
            1,
            "tenants",
            Map.of(
                "one", Map.of("keep_content", true, "allowance", plenty),
                "two", Map.of("keep_content", false, "allowance", plenty),
                "small", Map.of("allowance", little)),
            "keys",
            List.of(
                key("one-main", KEY, "one", all),
                key("two-main", OTHER_KEY, "two", all),
                key("small-main", SMALL_KEY, "small", all),
                key("one-reader", READ_ONLY_KEY, "one", List.of("runs:read"))));
    Files.write(file, Peers.JSON.writeValueAsBytes(document));
  }

  private static Map<String, Object> key(
      String id, String key, String tenant, List<String> scopes) {
    return Map.of("id", id, "sha256", sha256(key), "tenant", tenant, "scopes", scopes);
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @DynamicPropertySource
  static void peers(DynamicPropertyRegistry properties) {
    properties.add("glassbox.gateway.downstream.inference.url", PEERS.inference::url);
    properties.add("glassbox.gateway.downstream.critic.url", PEERS.critic::url);
    properties.add("glassbox.gateway.downstream.audit.url", PEERS.audit::url);
    properties.add("glassbox.gateway.keys.file", () -> HOME.resolve("keys.json").toString());
    properties.add("glassbox.gateway.keys.local-key", () -> HOME.resolve("api-key").toString());
    properties.add("glassbox.gateway.spool.directory", () -> HOME.resolve("spool").toString());
  }

  /** What the stand-in for critics was asked, in order. */
  static List<CriticRequest> verdictsAskedFor() {
    return PEERS.critic.bodies("/v1/verdicts").stream()
        .map(body -> Peers.JSON.readValue(body, CriticRequest.class))
        .toList();
  }

  @BeforeEach
  void heal() throws IOException {
    PEERS.heal();
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    awaitEmptySpool();
    warmUp();
  }

  /** The first answer of a cold process may take longer than the short limits of these tests. */
  private void warmUp() {
    for (int i = 0; i < 10 && !warm; i++) {
      warm = evaluate(ASK).json().at("/audit/state").asString().equals("committed");
      PEERS.heal();
    }
    assertThat(warm).as("a healthy gateway answers").isTrue();
  }

  static void awaitEmptySpool() {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(10))
        .until(() -> spooled().isEmpty());
  }

  static List<Path> spooled() throws IOException {
    try (Stream<Path> files = Files.list(HOME.resolve("spool"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** An answer, read. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    JsonNode json() {
      return Peers.JSON.readTree(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** Asserts a problem of that status and name. */
    Answer isProblem(int status, String name) {
      assertThat(response.body()).contains("urn:glassbox:problem:" + name + "\"");
      assertThat(status()).isEqualTo(status);
      assertThat(header("Content-Type")).startsWith("application/problem+json");
      assertThat(json().path("status").asInt()).isEqualTo(status);
      assertThat(json().path("title").asString()).isNotBlank();
      assertThat(json().path("detail").asString()).isNotBlank();
      return this;
    }

    Answer isOk() {
      assertThat(status()).as(response.body()).isEqualTo(200);
      return this;
    }

    List<String> fields() {
      return json().path("errors").valueStream().map(e -> e.path("field").asString()).toList();
    }
  }

  Answer evaluate(String body) {
    return evaluate(KEY, body);
  }

  Answer evaluate(String key, String body) {
    return send(request("/glad/evaluate", key).POST(BodyPublishers.ofString(body)));
  }

  Answer get(String key, String path) {
    return send(request(path, key).GET());
  }

  HttpRequest.Builder request(String path, String key) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json");
  }

  HttpRequest.Builder bare(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(30));
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Follows an evaluation up to a line that holds this, and drops the connection. */
  void goAwayAt(String mark, String body) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /glad/evaluate HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                  + KEY
                  + "\r\nContent-Type: application/json\r\nContent-Length: "
                  + bytes.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      out.write(bytes);
      out.flush();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(Stream.generate(() -> line(in)).limit(200).anyMatch(l -> l.contains(mark)))
          .isTrue();
      socket.setSoLinger(true, 0);
    }
  }

  private static String line(BufferedReader in) {
    try {
      return Objects.requireNonNullElse(in.readLine(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
