package glassbox.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Malformed requests to every route that there is, seeded: paths, queries, headers, methods and
 * bodies, written byte by byte, for no client would send them. None gives a 5xx, a stack trace or
 * an error that is not a problem. {@code -Dfuzz.requests=100000} for the long run.
 */
class FuzzRequestsEdgeTest extends EdgeTest {
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 1_500);
  private static final int STACK = Integer.getInteger("fuzz.port", 0);
  private static final String STACK_KEY = System.getProperty("fuzz.key", KEY);
  private static final int LONGEST_WAIT_MILLIS = 30_000;
  private static final String CRLF = "\r\n";
  private static final List<String> METHODS =
      List.of("GET", "POST", "DELETE", "PUT", "PATCH", "OPTIONS", "HEAD", "TRACE", "BREW", "get");
  private static final List<String> VALUES =
      List.of(
          "",
          "0",
          "-1",
          "1",
          "200",
          "99999999999999999999",
          "1e9",
          "NaN",
          "null",
          "true",
          "demo",
          "2026-11-01",
          "2026-13-45",
          "9999-12-31",
          "-999999999-01-01",
          "2026-11",
          "01890a5d-ac96-774b-bcce-b302099a8057",
          "01890a5d-ac96-774b-bcce-b302099a805",
          "ffffffff-ffff-ffff-ffff-ffffffffffff",
          "1-1-1-1-1",
          "..",
          "../../etc/passwd",
          "%2e%2e%2f",
          "%00",
          "%0d%0aX: y",
          "%ff%fe",
          "%c0%af",
          "%zz",
          "%",
          "a;b=c",
          "😀",
          "' or 1=1--",
          "${jndi:ldap://127.0.0.1/x}",
          "#{7*7}",
          "{id}",
          "x".repeat(300),
          "x".repeat(5_000),
          "[1,2]",
          "parquet",
          "jsonl",
          "EUR");
  private static final List<String> HEADERS =
      List.of(
          "Content-Type: application/json",
          "Content-Type: text/plain",
          "Content-Type: application/x-www-form-urlencoded",
          "Content-Type: multipart/form-data",
          "Content-Type: nonsense",
          "Content-Type: application/json;charset=utf-99",
          "Content-Type: */*",
          "Accept: application/json",
          "Accept: application/xml",
          "Accept: text/event-stream",
          "Accept: nonsense",
          "Accept: application/json;q=7",
          "Accept-Language: %%",
          "Accept-Encoding: gzip, x",
          "Content-Encoding: gzip",
          "Content-Encoding: br",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: chunked, identity",
          "Transfer-Encoding: nonsense",
          "Expect: 100-continue",
          "Expect: nonsense",
          "Range: bytes=5-1",
          "If-None-Match: \"x",
          "If-Modified-Since: yesterday",
          "Idempotency-Key: \"",
          "Idempotency-Key: " + "k".repeat(300),
          "Last-Event-ID: -1",
          "X-Glassbox-Purpose: \u0001",
          "X-Glassbox-Purpose: " + "p".repeat(201),
          "X-Forwarded-For: '",
          "X-Forwarded-Host: a b",
          "X-HTTP-Method-Override: TRACE",
          "Origin: null",
          "Origin: http://elsewhere.example",
          "Cookie: JSESSIONID=../../x",
          "Authorization: Bearer",
          "Authorization: Basic !!!",
          "X-API-Key: \u00e9",
          "Upgrade: h2c",
          "Connection: Upgrade, HTTP2-Settings",
          "bad header",
          ": empty");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private final SplittableRandom random = new SplittableRandom(20_261_128);
  private List<Route> routes = List.of();

  private record Route(String pattern, List<String> methods, List<String> parameters) {}

  @BeforeEach
  void findRoutes() {
    List<Route> found = new ArrayList<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              List<String> parameters =
                  Arrays.stream(handler.getMethodParameters())
                      .filter(p -> p.hasParameterAnnotation(RequestParam.class))
                      .map(MethodParameter::getParameter)
                      .map(java.lang.reflect.Parameter::getName)
                      .toList();
              List<String> methods =
                  mapping.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
              mapping
                  .getPatternValues()
                  .forEach(pattern -> found.add(new Route(pattern, methods, parameters)));
            });
    found.sort(
        Comparator.comparing(Route::pattern).thenComparing(route -> route.methods.toString()));
    routes = found;
    assertThat(routes).hasSizeGreaterThan(20);
  }

  @Test
  void neverFailsOnMalformedRequests() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < REQUESTS; i++) {
      byte[] request = request();
      String answer = send(request);
      String status = answer.startsWith("HTTP/1.1 ") ? answer.substring(9, 12) : "closed";
      counts.merge(status, 1, Integer::sum);
      check(status, answer, i, request);
    }
    System.out.println(
        "fuzz: " + REQUESTS + " requests to " + routes.size() + " routes, by status " + counts);
    assertThat(counts.getOrDefault("400", 0)).isGreaterThan(REQUESTS / 20);
    assertThat(counts).containsKeys("200", "401", "404", "405");
  }

  private static void check(String status, String answer, int number, byte[] request) {
    String shown = new String(request, 0, Math.min(600, request.length), StandardCharsets.UTF_8);
    assertThat(status).as("request %d: %s gave %s", number, shown, answer).isNotEqualTo("closed");
    int code = Integer.parseInt(status);
    assertThat(code).as("request %d: %s gave %s", number, shown, answer).isBetween(200, 499);
    String body = answer.substring(answer.indexOf(CRLF + CRLF) + 4);
    if (code >= 400 && !body.isEmpty()) {
      assertThat(answer)
          .as("request %d: %s", number, shown)
          .containsIgnoringCase("Content-Type: application/problem+json")
          .contains("urn:glassbox:problem:");
      assertThat(body).doesNotContain("\tat ").doesNotContain("Exception").doesNotContain("org.");
    }
    assertThat(code >= 400 && body.isEmpty() && !shown.startsWith("HEAD "))
        .as("request %d: %s gave an error without a body: %s", number, shown, answer)
        .isFalse();
  }

  private byte[] request() {
    Route route = routes.get(random.nextInt(routes.size()));
    String method =
        route.methods.isEmpty() || random.nextInt(8) == 0
            ? any(METHODS)
            : route.methods.get(random.nextInt(route.methods.size()));
    byte[] body = random.nextInt(3) == 0 ? new byte[0] : body();
    List<String> lines = new ArrayList<>();
    lines.add(method + " " + path(route) + query(route) + " HTTP/1.1");
    lines.add(random.nextInt(60) == 0 ? "Host: a b" : "Host: 127.0.0.1:" + target());
    lines.add("Connection: close");
    if (random.nextInt(12) > 0) {
      lines.add("Authorization: Bearer " + (random.nextInt(12) == 0 ? READ_ONLY_KEY : STACK_KEY));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      lines.add(any(HEADERS));
    }
    if (body.length > 0 && lines.stream().noneMatch(l -> l.startsWith("Transfer-Encoding"))) {
      lines.add("Content-Length: " + body.length);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((String.join(CRLF, lines) + CRLF + CRLF).getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  private String path(Route route) {
    String path = route.pattern;
    while (path.contains("{")) {
      int from = path.indexOf('{');
      String value = random.nextInt(4) == 0 ? UUID.randomUUID().toString() : value();
      path = path.substring(0, from) + value.replace("{", "%7B") + path.substring(end(path, from));
    }
    return random.nextInt(30) == 0 ? path + "/" + value() : path;
  }

  private static int end(String path, int from) {
    return path.indexOf('}', from) + 1;
  }

  private String query(Route route) {
    StringBuilder query = new StringBuilder();
    for (String name : route.parameters) {
      if (random.nextInt(3) > 0) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value());
      }
    }
    if (random.nextInt(12) == 0) {
      query.append(query.isEmpty() ? '?' : '&').append(value()).append("=&&=").append(value());
    }
    return query.toString();
  }

  /** Escaped as a client would, or as it stands but for what would end the line. */
  private String value() {
    String value = any(VALUES);
    return random.nextInt(3) > 0 && !value.startsWith("%")
        ? URLEncoder.encode(value, StandardCharsets.UTF_8)
        : value.replace(" ", "+");
  }

  private byte[] body() {
    String text =
        switch (random.nextInt(4)) {
          case 0 -> "{}";
          case 1 -> "{\"model_path\":\"demo\",\"prompt\":\"" + any(VALUES) + "\"}";
          case 2 -> "{\"" + any(VALUES).replace("\"", "") + "\":" + any(VALUES) + "}";
          default -> any(VALUES);
        };
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    if (body.length > 0 && random.nextInt(3) == 0) {
      body[random.nextInt(body.length)] = (byte) random.nextInt(256);
    }
    return body;
  }

  private int target() {
    return STACK == 0 ? port : STACK;
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String send(byte[] request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", target())) {
      socket.setSoTimeout(LONGEST_WAIT_MILLIS);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      boolean interim = answer.startsWith("HTTP/1.1 100");
      return interim ? answer.substring(answer.indexOf(CRLF + CRLF) + 4) : answer;
    }
  }
}
