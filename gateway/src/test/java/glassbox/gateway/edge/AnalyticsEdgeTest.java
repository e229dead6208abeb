package glassbox.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import glassbox.contracts.analytics.Canary;
import glassbox.contracts.analytics.LevelCounts;
import glassbox.contracts.analytics.QualityReport;
import glassbox.contracts.analytics.ReconciliationReport;
import glassbox.contracts.analytics.RoyaltyPart;
import glassbox.contracts.analytics.RoyaltyPublicKey;
import glassbox.contracts.analytics.RoyaltyReceipt;
import glassbox.contracts.analytics.RoyaltyReceiptBatch;
import glassbox.contracts.analytics.RoyaltyRequest;
import glassbox.contracts.analytics.RoyaltyStatement;
import glassbox.contracts.analytics.RoyaltyVerdict;
import glassbox.contracts.analytics.RoyaltyVerdicts;
import glassbox.contracts.analytics.SpecialistUse;
import glassbox.contracts.analytics.SpecialistsReport;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyticsEdgeTest extends EdgeTest {
  private static final String PATH = "/v1/analytics/";
  private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
  private static final LocalDate TO = LocalDate.of(2026, 11, 30);
  private static final UUID RUN = UUID.fromString("019aab10-4c00-7000-8000-000000000001");
  private static final RoyaltyReceipt RECEIPT =
      new RoyaltyReceipt(
          RUN,
          "ab".repeat(32),
          "invoice-1",
          10,
          "EUR",
          Instant.parse("2026-11-28T07:00:00Z"),
          List.of(new RoyaltyPart("units", 1_000_000_000_000L, 3, 7)),
          "0011223344556677",
          "c2lnbmF0dXJl");

  @Test
  void readsSpecialistsAsTheKeysTenantWhateverTheQuerySays() {
    answer(
        "specialists",
        new SpecialistsReport(
            FROM,
            TO,
            0,
            9,
            90,
            false,
            List.of(
                new SpecialistUse(
                    "demo", "units", 9, 70.5, 0.78, 80, 0, 0, 9, 1, true, false, List.of()))));

    var report =
        get(KEY, PATH + "specialists?tenant=two&from=2026-11-01&to=2026-11-30").isOk().json();

    assertThat(report.at("/specialists/0/over_relied_on").asBoolean()).isTrue();
    assertThat(report.path("from").asString()).isEqualTo("2026-11-01");
    assertThat(PEERS.audit.urls())
        .containsExactly(PATH + "specialists?tenant=one&from=2026-11-01&to=2026-11-30");
  }

  @Test
  void readsReconciliationAndQuality() {
    answer(
        "reconciliation",
        new ReconciliationReport(
            FROM,
            TO,
            0,
            9,
            90,
            3e-12,
            List.of(),
            new LevelCounts(9, 0, 0, 0),
            new Canary(1e-3, false, 0, 0, 0, 0, null, List.of())));
    answer("quality", new QualityReport(FROM, TO, 0, false, List.of()));

    assertThat(get(KEY, PATH + "reconciliation").isOk().json().at("/canary/raised").asBoolean())
        .isFalse();
    assertThat(get(KEY, PATH + "quality").isOk().json().path("federations").isArray()).isTrue();
    assertThat(PEERS.audit.urls())
        .containsExactlyInAnyOrder(PATH + "reconciliation?tenant=one", PATH + "quality?tenant=one");
  }

  @Test
  void splitsAFee() {
    answer(
        "royalties",
        new RoyaltyStatement(RUN, "ab".repeat(32), null, null, 10, "EUR", 30, 70, RECEIPT.parts()));

    assertThat(
            get(KEY, PATH + "royalties?fee=10&currency=EUR&run=" + RUN)
                .isOk()
                .json()
                .at("/parts/0/host")
                .asLong())
        .isEqualTo(7);
    assertThat(PEERS.audit.urls())
        .containsExactly(PATH + "royalties?tenant=one&fee=10&currency=EUR&run=" + RUN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "royalties?fee=0&currency=EUR",
        "royalties?fee=-3&currency=EUR",
        "royalties?fee=9007199254740992&currency=EUR",
        "royalties?fee=1&currency=eur",
        "royalties?currency=EUR",
        "specialists?from=yesterday",
      })
  void refusesWhatIsNoFeeAndNoDay(String query) {
    get(KEY, PATH + query).isProblem(400, "invalid-request");
    assertThat(PEERS.audit.urls()).isEmpty();
  }

  @Test
  void issuesAndVerifiesReceipts() {
    answer("royalties/receipts", RECEIPT);
    answer(
        "royalties/receipts/verify",
        new RoyaltyVerdicts(
            List.of(new RoyaltyVerdict(RUN, "invoice-1", RoyaltyVerdict.Outcome.VALID))));
    answer("royalties/key", new RoyaltyPublicKey(RECEIPT.keyId(), "a2V5"));

    assertThat(
            post(KEY, "royalties/receipts", new RoyaltyRequest(RUN, "invoice-1", 10, "EUR"))
                .isOk()
                .json())
        .isEqualTo(Peers.JSON.readTree(Peers.JSON.writeValueAsString(RECEIPT)));
    assertThat(
            post(KEY, "royalties/receipts/verify", new RoyaltyReceiptBatch(List.of(RECEIPT)))
                .isOk()
                .json()
                .at("/verdicts/0/outcome")
                .asString())
        .isEqualTo("valid");
    get(KEY, PATH + "royalties/key").isOk();
    assertThat(PEERS.audit.urls())
        .contains(
            PATH + "royalties/receipts?tenant=one", PATH + "royalties/receipts/verify?tenant=one");
  }

  @Test
  void needsTheScopes() {
    for (String report :
        List.of("specialists", "reconciliation", "quality", "royalties", "royalties/key")) {
      get(READ_ONLY_KEY, PATH + report).isProblem(403, "scope-missing");
      get("gbx_no-key", PATH + report).isProblem(401, "unauthenticated");
    }
    post(READ_ONLY_KEY, "royalties/receipts", new RoyaltyRequest(RUN, "f", 10, "EUR"))
        .isProblem(403, "scope-missing");
  }

  @Test
  void passesRefusalsOnAndSaysWhenAuditIsAway() {
    PEERS.audit.instead(
        PATH + "royalties/receipts",
        aResponse()
            .withStatus(409)
            .withHeader("Content-Type", "application/problem+json")
            .withBody(Peers.problemBody(409, "royalty-fee-taken")));
    post(KEY, "royalties/receipts", new RoyaltyRequest(RUN, "f", 10, "EUR"))
        .isProblem(409, "royalty-fee-taken");
    PEERS.audit.kill();
    get(KEY, PATH + "specialists").isProblem(503, "audit-unavailable");
  }

  private static void answer(String path, Object body) {
    PEERS.audit.instead(
        PATH + path,
        aResponse()
            .withHeader("Content-Type", "application/json")
            .withBody(Peers.JSON.writeValueAsString(body)));
  }

  private Answer post(String key, String path, Object body) {
    return send(
        request(PATH + path, key)
            .POST(BodyPublishers.ofString(Peers.JSON.writeValueAsString(body))));
  }
}
