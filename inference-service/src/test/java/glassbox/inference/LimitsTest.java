package glassbox.inference;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.engine.federation.Admission;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * One place, no waiting, no audit service and no room on disk. Draining comes last: it is final.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "glassbox.service-token=" + TinyHouse.TOKEN,
      "glassbox.audit.url=http://127.0.0.1:1",
      "glassbox.spool.limit=10B",
      "glassbox.inference.concurrency=1",
      "glassbox.inference.wait-limit=0s"
    })
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LimitsTest {
  @TempDir static Path folder;

  @Value("${local.server.port}")
  private int port;

  @Autowired private Admission admission;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    registry.add("glassbox.models.directory", () -> TinyHouse.write(folder.resolve("models")));
    registry.add("glassbox.spool.directory", () -> folder.resolve("spool"));
    registry.add("glassbox.inference.monitor.file", () -> folder.resolve("channels.json"));
  }

  private HttpResponse<String> generate(String accept) {
    return new ServiceClient(port).post("/v1/generations", accept, Requests.generation("hello"));
  }

  private static void refused(HttpResponse<String> response, String type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(ServiceClient.json(response).path("type").asString())
        .isEqualTo("urn:glassbox:problem:" + type);
    assertThat(response.headers().firstValue("retry-after")).isPresent();
  }

  @Test
  @Order(1)
  void noRecordNoAnswer() {
    refused(generate("application/json"), "record-unavailable");
  }

  @Test
  @Order(2)
  void streamsEndWithAnErrorWhenTheRecordCannotBeKept() {
    HttpResponse<String> stream = generate("text/event-stream");
    assertThat(stream.statusCode()).isEqualTo(200);
    assertThat(stream.body()).contains("event: error\n").contains("record-unavailable");
    assertThat(stream.body()).doesNotContain("event: done");
  }

  @Test
  @Order(3)
  void busyIsToldWithRetryAfter() {
    try (Admission.Permit _ = admission.enter()) {
      refused(generate("application/json"), "busy");
      refused(generate("text/event-stream"), "busy");
    }
  }

  @Test
  @Order(4)
  void drainingTakesReadinessDownAndRefusesPasses() {
    assertThat(new ServiceClient(port).get("/actuator/health/readiness").statusCode())
        .isEqualTo(200);
    assertThat(admission.drain(Duration.ofSeconds(5))).isTrue();
    assertThat(new ServiceClient(port).get("/actuator/health/readiness").statusCode())
        .isEqualTo(503);
    assertThat(new ServiceClient(port).get("/actuator/health/liveness").statusCode())
        .isEqualTo(200);
    refused(generate("application/json"), "shutting-down");
    assertThat(new ServiceClient(port).get("/v1/specialists").body()).contains("\"draining\"");
  }
}
