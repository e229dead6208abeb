package glassbox.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BundleEdgeTest extends EdgeTest {
  private static final String RUN = "019aab10-4c00-7000-8000-000000000001";
  private static final String PATH = "/v1/runs/" + RUN + "/bundle";
  private static final String BUNDLE = "{\"format\":\"glassbox-bundle-v1\",\"runs\":1}\n";

  @Test
  void passesTheBundleOnToItsTenant() {
    PEERS.audit.instead(
        PATH, aResponse().withHeader("Content-Type", "application/octet-stream").withBody(BUNDLE));

    Answer answer = get(KEY, PATH + "?from=3&tenant=two").isOk();

    assertThat(answer.response().body()).isEqualTo(BUNDLE);
    assertThat(answer.header("Content-Disposition")).contains("glassbox-" + RUN + ".jsonl");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(PEERS.audit.urls()).containsExactly(PATH + "?tenant=one&from=3");
  }

  @Test
  void saysWhenTheRunIsNotInTheLogYet() {
    PEERS.audit.instead(
        PATH,
        aResponse()
            .withStatus(409)
            .withHeader("Content-Type", "application/problem+json")
            .withBody(Peers.problemBody(409, "not-yet-integrated")));

    Answer answer = get(KEY, PATH).isProblem(409, "not-yet-integrated");

    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void hidesAnotherTenantsRun() {
    String run = evaluate(ASK).isOk().json().path("run_id").asString();
    get(OTHER_KEY, "/v1/runs/" + run + "/bundle").isProblem(404, "run-not-found");
  }
}
