package glassbox.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExportEdgeTest extends EdgeTest {
  private static final String EXPORT = "/v1/runs/export";
  private static final String BUNDLE = "/v1/runs/bundle";

  @Test
  void passesAnExportOnToItsTenant() {
    String rows = "{\"run_id\":\"a\"}\n".repeat(20_000);
    PEERS.audit.instead(
        EXPORT, aResponse().withHeader("Content-Type", "application/jsonl").withBody(rows));

    Answer answer = get(KEY, EXPORT + "?from=2026-11-01&to=2026-11-30&rows=runs&tenant=two").isOk();

    assertThat(answer.response().body()).isEqualTo(rows);
    assertThat(answer.header("Content-Type")).startsWith("application/jsonl");
    assertThat(answer.header("Content-Disposition")).contains("glassbox-runs.jsonl");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(PEERS.audit.urls())
        .singleElement()
        .asString()
        .contains("tenant=one", "format=jsonl", "rows=runs", "from=2026-11-01", "to=2026-11-30")
        .doesNotContain("two");
  }

  @Test
  void passesParquetOnByteByByte() {
    byte[] file = {'P', 'A', 'R', '1', 0, -1, -2, 13, 10};
    PEERS.audit.instead(
        EXPORT,
        aResponse().withHeader("Content-Type", "application/vnd.apache.parquet").withBody(file));

    Answer answer = get(KEY, EXPORT + "?format=parquet").isOk();

    assertThat(answer.header("Content-Type")).startsWith("application/vnd.apache.parquet");
    assertThat(answer.header("Content-Disposition")).contains("glassbox-tokens.parquet");
    assertThat(answer.response().body()).startsWith("PAR1");
  }

  @Test
  void passesABundleOfAPeriodOn() {
    PEERS.audit.instead(BUNDLE, aResponse().withBody("{}\n"));
    assertThat(get(KEY, BUNDLE + "?from=2026-11-01").isOk().response().body()).isEqualTo("{}\n");
  }

  @Test
  void saysWhatAuditRefuses() {
    PEERS.audit.instead(
        BUNDLE,
        aResponse()
            .withStatus(409)
            .withHeader("Content-Type", "application/problem+json")
            .withBody(Peers.problemBody(409, "not-yet-integrated")));
    get(KEY, BUNDLE).isProblem(409, "not-yet-integrated");
    PEERS.audit.instead(
        BUNDLE,
        aResponse()
            .withStatus(404)
            .withHeader("Content-Type", "application/problem+json")
            .withBody(Peers.problemBody(404, "no-runs")));
    get(KEY, BUNDLE).isProblem(404, "no-runs");
    get(KEY, EXPORT + "?format=csv").isProblem(400, "invalid-request");
  }
}
