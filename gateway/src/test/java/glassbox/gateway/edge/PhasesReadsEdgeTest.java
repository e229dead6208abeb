package glassbox.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static glassbox.gateway.edge.PhasedQuestions.QUESTION;
import static glassbox.gateway.edge.PhasedQuestions.ask;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What can be read of the phases: configuration, history and alerts. */
class PhasesReadsEdgeTest extends EdgeTest {
  @Test
  void configurationParametersAndAlertsCanBeRead() {
    evaluate(ask(QUESTION, "")).isOk();

    JsonNode esi = get(KEY, "/v1/esi").isOk().json();
    assertThat(esi.path("configuration_hash").asString()).hasSize(64);
    assertThat(esi.at("/domains/0/domain").asString()).isEqualTo("tools");
    assertThat(esi.at("/domains/0/temps")).hasSize(3);
  }

  @Test
  void whoChangedWhatAndWhyCanBeRead() {
    evaluate(ask(QUESTION, "")).isOk();

    JsonNode page = get(KEY, "/v1/esi/history").isOk().json();
    assertThat(page.path("head").asString()).hasSize(64);
    assertThat(page.path("entries").asLong()).isPositive();
    JsonNode first =
        page.path("history")
            .valueStream()
            .filter(entry -> entry.path("number").asLong() == 1)
            .findFirst()
            .orElseThrow();
    assertThat(first.path("run_id").isNull()).isTrue();
    assertThat(first.path("configuration"))
        .isEqualTo(get(KEY, "/v1/esi").json().path("configuration_hash"));
    JsonNode one = get(KEY, "/v1/esi/history?limit=1").isOk().json();
    assertThat(one.path("history")).hasSize(1);
    assertThat(get(KEY, "/v1/esi/history?before=1").isOk().json().path("history")).isEmpty();
    get(KEY, "/v1/esi/history?limit=0").isProblem(400, "invalid-request");
    get(READ_ONLY_KEY, "/v1/esi/history").isProblem(403, "scope-missing");
  }

  @Test
  void alertsOfPairsOfCriticsStandBesideThoseOfRuns() {
    JsonNode alerts = get(KEY, "/v1/alerts").isOk().json();
    assertThat(alerts.path("critics_silence").isNull()).isTrue();
    JsonNode pair =
        alerts
            .path("alerts")
            .valueStream()
            .filter(alert -> alert.path("kind").asString().equals("order_sensitive"))
            .findFirst()
            .orElseThrow();
    assertThat(pair.path("value").asDouble()).isEqualTo(0.125);
    assertThat(pair.path("remedy").asString()).isEqualTo("quarantine units");

    PEERS.critic.instead("/v1/critics/quarantine", aResponse().withStatus(500));
    JsonNode own = get(KEY, "/v1/alerts").isOk().json();
    assertThat(own.path("critics_silence").asString()).isNotBlank();
  }
}
