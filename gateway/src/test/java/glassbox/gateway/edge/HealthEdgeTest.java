package glassbox.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HealthEdgeTest extends EdgeTest {

  private void awaitHealth(String group, int status) {
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> send(bare("/actuator/health/" + group).GET()).status() == status);
  }

  @Test
  void isAliveAndReadyWithoutItsServices() {
    PEERS.inference.kill();
    PEERS.critic.kill();
    PEERS.audit.kill();

    assertThat(send(bare("/actuator/health/liveness").GET()).status()).isEqualTo(200);
    assertThat(send(bare("/actuator/health/readiness").GET()).status()).isEqualTo(200);
  }

  @Test
  void integrityFollowsAudit() {
    awaitHealth("integrity", 200);
    PEERS.audit.instead(
        "/actuator/health/integrity",
        aResponse()
            .withStatus(503)
            .withHeader("Content-Type", "application/json")
            .withBody("{\"status\":\"DOWN\",\"components\":{}}"));
    awaitHealth("integrity", 503);
    assertThat(send(bare("/actuator/health/integrity").GET()).json().path("status").asString())
        .isEqualTo("DOWN");
    PEERS.audit.kill();
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () ->
                send(bare("/actuator/health/integrity").GET())
                    .json()
                    .path("status")
                    .asString()
                    .equals("OUT_OF_SERVICE"));
    PEERS.audit.heal();
    awaitHealth("integrity", 200);
  }

  @Test
  void qualityTellsHowAnswersCameOut() {
    evaluate(ASK).isOk();
    awaitHealth("quality", 200);

    assertThat(
            send(bare("/actuator/health/quality").GET())
                .json()
                .at("/components/answers/details/committed")
                .asInt())
        .isPositive();
    PEERS.critic.kill();
    awaitHealth("quality", 503);
  }

  @Test
  void qualityFollowsSuspectSpecialists() {
    awaitHealth("quality", 200);
    PEERS.inference.instead(
        "/actuator/health/quality",
        aResponse()
            .withStatus(503)
            .withHeader("Content-Type", "application/json")
            .withBody("{\"status\":\"DOWN\",\"components\":{}}"));
    awaitHealth("quality", 503);
    assertThat(
            send(bare("/actuator/health/quality").GET())
                .json()
                .at("/components/specialists/status")
                .asString())
        .isEqualTo("DOWN");
    PEERS.inference.heal();
    awaitHealth("quality", 200);
  }

  @Test
  void countsRunsSpoolAndBreakers() {
    evaluate(ASK).isOk();

    String metrics = send(bare("/actuator/prometheus").GET()).isOk().response().body();

    assertThat(metrics)
        .contains("glassbox_runs_total{")
        .contains("glassbox_spool_records ")
        .contains("resilience4j_circuitbreaker_state{")
        .contains("http_server_requests_seconds");
  }

  @Test
  void opensNothingElse() {
    send(bare("/actuator/env").GET()).isProblem(404, "not-found");
    send(bare("/actuator/heapdump").GET()).isProblem(404, "not-found");
  }
}
