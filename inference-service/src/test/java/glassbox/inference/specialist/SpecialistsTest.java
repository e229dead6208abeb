package glassbox.inference.specialist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.inference.InferenceTest;
import glassbox.inference.Requests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** What runs here and what it counts. */
class SpecialistsTest extends InferenceTest {
  @Autowired private Environment environment;

  @Test
  void passesKeepNoThreadFromThoseWhoSendBlocks() {
    assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("false");
  }

  @Test
  void listsWhatRuns() {
    JsonNode list = ok(client().get("/v1/specialists"));
    assertThat(list.at("/federations/0/alias").asString()).isEqualTo("demo");
    assertThat(list.at("/federations/0/context_length").asInt()).isEqualTo(64);
    assertThat(list.at("/federations/0/combiner/weights/0").asDouble())
        .isCloseTo(.5, within(1e-12));
    JsonNode user = list.at("/specialists/2");
    assertThat(user.path("id").asString()).isEqualTo("user");
    assertThat(user.path("kind").asString()).isEqualTo("adapter");
    assertThat(user.path("base").asString()).isEqualTo("general");
    assertThat(user.path("state").asString()).isEqualTo("ready");
    assertThat(user.path("parameters").asLong()).isPositive();
  }

  @Test
  void countsWhatItDoes() {
    ok(client().post("/v1/generations", Requests.generation("hello")));
    String metrics = client().get("/actuator/prometheus").body();
    assertThat(metrics)
        .contains("glassbox_tokens_total{kind=\"generated\"}")
        .contains("glassbox_pass_seconds_count{kind=\"generate\"}")
        .contains("glassbox_residual_max_nats_max")
        .contains("glassbox_spool_blocks")
        .contains("glassbox_passes_running");
    assertThat(client().get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(client().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }
}
