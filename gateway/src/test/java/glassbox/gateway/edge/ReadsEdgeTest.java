package glassbox.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Reads of the audit are known by who made them. */
class ReadsEdgeTest extends EdgeTest {

  @Test
  void saysToAuditWhoReadsAndWhatFor() {
    String run = "/v1/runs/" + evaluate(ASK).isOk().json().path("run_id").asString();
    send(request(run, KEY).header("X-Glassbox-Purpose", "complaint 4711").GET()).isOk();
    get(READ_ONLY_KEY, run).isOk();

    assertThat(PEERS.audit.headers(run, "X-Glassbox-Reader"))
        .containsExactlyInAnyOrder("one-main", "one-reader");
    assertThat(PEERS.audit.headers(run, "X-Glassbox-Reader-Tenant")).containsOnly("one");
    assertThat(PEERS.audit.headers(run, "X-Glassbox-Purpose")).containsExactly("complaint 4711");
  }

  @Test
  void takesNoReaderFromTheCaller() {
    send(request("/v1/runs", KEY).header("X-Glassbox-Reader", "somebody-else").GET()).isOk();

    assertThat(PEERS.audit.headers("/v1/runs", "X-Glassbox-Reader")).containsExactly("one-main");
  }

  @Test
  void refusesAPurposeThatCannotBeRecorded() {
    send(request("/v1/runs", KEY).header("X-Glassbox-Purpose", "x".repeat(201)).GET())
        .isProblem(400, "invalid-request");
  }

  @Test
  void showsAReviewerTheReadsOfTheirTenant() {
    PEERS.audit.instead(
        "/v1/audit/reads",
        aResponse()
            .withHeader("Content-Type", "application/json")
            .withBody("{\"reads\":[],\"next\":null}"));

    get(KEY, "/v1/audit/reads?tenant=two&limit=5").isOk();

    assertThat(PEERS.audit.urls()).containsExactly("/v1/audit/reads?tenant=one&limit=5");
    get(READ_ONLY_KEY, "/v1/audit/reads").isProblem(403, "scope-missing");
  }
}
