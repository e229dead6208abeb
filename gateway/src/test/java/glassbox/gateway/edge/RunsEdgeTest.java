package glassbox.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunsEdgeTest extends EdgeTest {

  @Test
  void readsARunBack() {
    JsonNode answer = evaluate(ASK).isOk().json();

    JsonNode run = get(KEY, "/v1/runs/" + answer.path("run_id").asString()).isOk().json();

    assertThat(run.path("record_hash")).isEqualTo(answer.at("/audit/record_hash"));
    assertThat(run.at("/content/answer").asString()).isEqualTo(Canned.ANSWER);
  }

  @Test
  void hidesAnotherTenantsRun() {
    String run = evaluate(ASK).isOk().json().path("run_id").asString();

    get(OTHER_KEY, "/v1/runs/" + run).isProblem(404, "run-not-found");
    get(OTHER_KEY, "/v1/runs/" + run + "/tokens").isProblem(404, "run-not-found");
    send(request("/v1/runs/" + run + "/replay", OTHER_KEY).POST(BodyPublishers.noBody()))
        .isProblem(404, "run-not-found");
  }

  @Test
  void knowsNoRunThatNeverWas() {
    get(KEY, "/v1/runs/019aab10-4c00-7000-8000-000000000001").isProblem(404, "run-not-found");
  }

  @Test
  void asksAuditAsTheKeysTenantWhateverTheQuerySays() {
    get(KEY, "/v1/runs?tenant=two&cursor=a%26tenant%3Dtwo%7Bx%7D&limit=5").isOk();

    assertThat(PEERS.audit.urls())
        .containsExactly("/v1/runs?tenant=one&cursor=a%26tenant%3Dtwo%7Bx%7D&limit=5");
  }

  @Test
  void pagesThroughTokens() {
    String run = evaluate(ASK).isOk().json().path("run_id").asString();

    JsonNode page = get(KEY, "/v1/runs/" + run + "/tokens?limit=2").isOk().json();

    assertThat(page.path("tokens").isArray()).isTrue();
    assertThat(page.has("next")).isTrue();
  }

  @Test
  void replaysARunFromItsSealedBlocks() {
    String run = evaluate(ASK).isOk().json().path("run_id").asString();
    PEERS.audit.instead(
        "/v1/blocks/" + Canned.BLOCK,
        aResponse().withHeader("Content-Type", "application/octet-stream").withBody("block"));

    JsonNode replay =
        send(request("/v1/runs/" + run + "/replay", KEY).POST(BodyPublishers.noBody()))
            .isOk()
            .json();

    assertThat(replay.path("bit_equal").asBoolean()).isTrue();
    assertThat(replay.path("intact").asBoolean()).as("these bytes have another hash").isFalse();
    assertThat(Peers.JSON.readTree(PEERS.inference.bodies("/v1/replays").getFirst()).path("block"))
        .hasToString("\"YmxvY2s=\"");
  }

  @Test
  void erasesARunsContentOnceAndForAll() {
    String run = evaluate(ASK).isOk().json().path("run_id").asString();
    assertThat(erase(READ_ONLY_KEY, run).isProblem(403, "scope-missing").json().path("scope"))
        .hasToString("\"runs:erase\"");
    erase(OTHER_KEY, run).isProblem(404, "run-not-found");
    assertThat(get(KEY, "/v1/runs/" + run).isOk().json().path("content_state").asString())
        .isEqualTo("kept");

    assertThat(erase(KEY, run).status()).isEqualTo(204);
    assertThat(erase(KEY, run).status()).isEqualTo(204);

    assertThat(PEERS.erased).containsEntry(UUID.fromString(run), "one-main");
    JsonNode view = get(KEY, "/v1/runs/" + run).isOk().json();
    assertThat(view.path("content_state").asString()).isEqualTo("erased");
    assertThat(view.path("content").isNull()).isTrue();
    replay(KEY, run).isProblem(409, "content-erased");
  }

  @Test
  void cannotReplayWhatWasNeverKept() {
    String run = evaluate(OTHER_KEY, ASK).isOk().json().path("run_id").asString();
    replay(OTHER_KEY, run).isProblem(409, "content-not-kept");
  }

  private Answer erase(String key, String run) {
    return send(request("/v1/runs/" + run + "/content", key).DELETE());
  }

  private Answer replay(String key, String run) {
    return send(request("/v1/runs/" + run + "/replay", key).POST(BodyPublishers.noBody()));
  }

  @Test
  void listsSpecialistsAndCritics() {
    assertThat(get(KEY, "/v1/specialists").isOk().json().at("/federations/0/alias").asString())
        .isEqualTo("demo");
    assertThat(get(KEY, "/v1/critics").isOk().json().get(0).path("name").asString())
        .isEqualTo("units");
    assertThat(
            get(KEY, "/v1/critics/order-sensitivity")
                .isOk()
                .json()
                .at("/quarantined/0/critic")
                .asString())
        .isEqualTo("units");
    assertThat(get(KEY, "/v1/critics/quarantine").isOk().json().at("/events/0/by").asString())
        .isEqualTo("order-sensitivity");
  }
}
