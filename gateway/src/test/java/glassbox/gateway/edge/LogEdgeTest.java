package glassbox.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import glassbox.contracts.run.RunProof;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogEdgeTest extends EdgeTest {
  private static final String RUN = "019aab10-4c00-7000-8000-000000000001";
  private static final String NOTE = "example.org/log\n1\nroot\n\n\u2014 example.org/log sig\n";

  @Test
  void servesTheCheckpointWithoutAKey() {
    PEERS.audit.instead(
        "/v1/log/checkpoint", aResponse().withHeader("Content-Type", "text/plain").withBody(NOTE));
    Answer answer = send(bare("/v1/log/checkpoint").GET()).isOk();
    assertThat(answer.response().body()).isEqualTo(NOTE);
    assertThat(answer.header("Content-Type")).startsWith("text/plain");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void servesTilesWithoutAKeyForEver() {
    PEERS.audit.instead(
        "/v1/log/tile/entries/x001/234.p/7",
        aResponse().withHeader("Content-Type", "application/octet-stream").withBody("tile"));
    Answer answer = send(bare("/v1/log/tile/entries/x001/234.p/7").GET()).isOk();
    assertThat(answer.response().body()).isEqualTo("tile");
    assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(answer.header("Cache-Control")).contains("immutable").contains("public");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/0", "0/000.p/256", "../checkpoint", "0/..%252F..", "64/000", ""})
  void passesNoOtherPathOn(String path) {
    assertThat(send(bare("/v1/log/tile/" + path).GET()).status()).isBetween(400, 404);
    assertThat(PEERS.audit.urls()).isEmpty();
  }

  @Test
  void provesARunToItsTenant() {
    RunProof proof = new RunProof(0, "ab", "cd", NOTE, List.of(), List.of());
    PEERS.audit.instead(
        "/v1/runs/" + RUN + "/proof",
        aResponse()
            .withHeader("Content-Type", "application/json")
            .withBody(Peers.JSON.writeValueAsString(proof)));
    Answer answer = get(KEY, "/v1/runs/" + RUN + "/proof?from=3&tenant=two").isOk();
    assertThat(Peers.JSON.treeToValue(answer.json(), RunProof.class)).isEqualTo(proof);
    assertThat(PEERS.audit.urls()).containsExactly("/v1/runs/" + RUN + "/proof?tenant=one&from=3");
    send(bare("/v1/runs/" + RUN + "/proof").GET()).isProblem(401, "unauthenticated");
  }

  @Test
  void saysWhenTheProofIsNotThereYet() {
    PEERS.audit.instead(
        "/v1/runs/" + RUN + "/proof",
        aResponse()
            .withStatus(409)
            .withHeader("Content-Type", "application/problem+json")
            .withBody(Peers.problemBody(409, "not-yet-integrated")));
    Answer answer = get(KEY, "/v1/runs/" + RUN + "/proof").isProblem(409, "not-yet-integrated");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void handsCosignaturesOn() {
    PEERS.audit.instead("/v1/log/cosignatures", aResponse().withStatus(204));
    Answer answer =
        send(
            bare("/v1/log/cosignatures")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(NOTE)));
    assertThat(answer.status()).isEqualTo(204);
    assertThat(PEERS.audit.bodies("/v1/log/cosignatures")).containsExactly(NOTE);
  }
}
