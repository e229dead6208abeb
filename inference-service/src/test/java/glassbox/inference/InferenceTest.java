package glassbox.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/**
 * Real tiny models, a real port, and an audit service played by WireMock. All such tests of a JVM
 * share one service.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"glassbox.service-token=" + TinyHouse.TOKEN, "glassbox.spool.replay-every=100ms"})
@ContextConfiguration(initializers = FreshHouse.class)
public abstract class InferenceTest {
  protected static final PlayedAudit AUDIT = FreshHouse.AUDIT;

  @Value("${local.server.port}")
  private int port;

  @BeforeEach
  void auditTakesBlocks() {
    AUDIT.answers(201);
  }

  protected ServiceClient client() {
    return new ServiceClient(port);
  }

  protected static JsonNode ok(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return ServiceClient.json(response);
  }

  protected static JsonNode problem(HttpResponse<String> response, int status, String type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = ServiceClient.json(response);
    assertThat(problem.path("type").asString()).isEqualTo("urn:glassbox:problem:" + type);
    assertThat(problem.path("detail").asString()).isNotBlank();
    return problem;
  }
}
