package glassbox.inference.specialist;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.inference.InferenceTest;
import glassbox.inference.Requests;
import glassbox.inference.ServiceClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Named atoms and the watch, over HTTP. The frozen channel claims to leave nothing out. */
class SuspicionTest extends InferenceTest {

  private JsonNode specialist(String id) {
    for (JsonNode specialist : ok(client().get("/v1/specialists")).path("specialists")) {
      if (specialist.path("id").asString().equals(id)) {
        return specialist;
      }
    }
    throw new AssertionError(id + " is not listed");
  }

  @Test
  void tellsWhoseCodesEachSpecialistSpeaksThrough() {
    assertThat(specialist("clear").path("channel").asString()).isEqualTo("own");
    assertThat(specialist("tuned").path("channel").asString()).isEqualTo("own");
    assertThat(specialist("frozen").path("channel").asString()).isEqualTo("frozen");
    assertThat(specialist("general").path("channel").asString()).isEqualTo("none");
    assertThat(specialist("frozen").at("/monitor/reason").asString()).isEqualTo("frozen_channel");
    assertThat(specialist("tuned").path("monitor").isNull()).isTrue();
  }

  @Test
  void readsWhatAtomsStandFor() {
    JsonNode own = ok(client().get("/v1/specialists/tuned/concepts"));
    assertThat(own.at("/concepts/1/name").asString()).isEqualTo("L0.c2");
    assertThat(own.at("/concepts/1/label").asString()).isEqualTo("unit: u2");
    assertThat(own.at("/calibration/delta_p95").asDouble()).isEqualTo(0.2);

    JsonNode frozen = ok(client().get("/v1/specialists/frozen/concepts"));
    assertThat(frozen.path("channel").asString()).isEqualTo("frozen");
    assertThat(frozen.path("digest")).isEqualTo(specialist("frozen").path("digest"));
    assertThat(frozen.path("concepts"))
        .isEqualTo(ok(client().get("/v1/specialists/clear/concepts")).path("concepts"));

    JsonNode opaque = ok(client().get("/v1/specialists/general/concepts"));
    assertThat(opaque.path("channel").asString()).isEqualTo("none");
    assertThat(opaque.path("concepts").size()).isZero();
    problem(client().get("/v1/specialists/nobody/concepts"), 404, "unknown-specialist");
  }

  @Test
  void deltasAboveTheCalibrationMakeASpecialistSuspectUntilItIsCleared() {
    assertThat(client().delete("/v1/specialists/frozen/suspicion").statusCode()).isEqualTo(204);
    assertThat(client().get("/actuator/health/quality").statusCode()).isEqualTo(200);

    ok(client().post("/v1/generations", Requests.legible("what?", ", \"certificate\": \"full\"")));

    assertThat(specialist("frozen").path("state").asString()).isEqualTo("suspect");
    assertThat(specialist("frozen").at("/monitor/suspect_since").isNull()).isFalse();
    assertThat(specialist("clear").path("state").asString()).isEqualTo("ready");
    JsonNode health = ServiceClient.json(client().get("/actuator/health/quality"));
    assertThat(health.path("status").asString()).isEqualTo("DOWN");
    assertThat(health.at("/components/channels/details/suspect/0").asString()).isEqualTo("frozen");
    assertThat(client().get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(client().get("/actuator/prometheus").body())
        .contains("glassbox_channel_suspect{specialist=\"frozen\"} 1.0")
        .contains("glassbox_channel_statistic_nats{specialist=\"frozen\"}");

    assertThat(client().delete("/v1/specialists/frozen/suspicion").statusCode()).isEqualTo(204);
    assertThat(client().delete("/v1/specialists/frozen/suspicion").statusCode()).isEqualTo(204);
    assertThat(specialist("frozen").path("state").asString()).isEqualTo("ready");
    assertThat(client().get("/actuator/health/quality").statusCode()).isEqualTo(200);
    problem(client().delete("/v1/specialists/nobody/suspicion"), 404, "unknown-specialist");
  }
}
