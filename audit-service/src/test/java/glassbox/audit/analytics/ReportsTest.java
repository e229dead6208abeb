package glassbox.audit.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Samples;
import glassbox.audit.analytics.RunRows.Part;
import glassbox.audit.analytics.RunRows.Row;
import glassbox.contracts.analytics.FederationQuality;
import glassbox.contracts.analytics.GateCounts;
import glassbox.contracts.analytics.HistogramBin;
import glassbox.contracts.analytics.QualityReport;
import glassbox.contracts.analytics.ReconciliationReport;
import glassbox.contracts.analytics.SpecialistUse;
import glassbox.contracts.analytics.SpecialistsReport;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.TokenBlock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@AuditTest
class ReportsTest {
  private static final Instant NOON = Instant.parse("2026-10-05T12:00:00Z");
  private static final String OCTOBER = "&from=2026-10-01&to=2026-10-31";

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;
  private AuditClient audit;
  private String tenant;

  @BeforeEach
  void connect() {
    audit = new AuditClient(port);
    tenant = "t-" + UUID.randomUUID();
  }

  @Test
  void countsRecordedRunsOnceWhateverIsSentTwice() {
    List<TokenBlock> blocks =
        List.of(
            Samples.block(UUID.randomUUID(), 0, 40),
            Samples.block(UUID.randomUUID(), 0, 7),
            Samples.block(UUID.randomUUID(), 0, 25));
    for (TokenBlock block : blocks) {
      audit.postBlock(Samples.bytes(block));
      assertThat(audit.postJson("/v1/runs", Samples.run(tenant, List.of(block))).status())
          .isEqualTo(201);
      assertThat(audit.postJson("/v1/runs", Samples.run(tenant, List.of(block))).status())
          .isEqualTo(200);
    }
    SpecialistsReport report = specialists("&from=2026-11-01&to=2026-11-01");

    assertThat(report.runs()).isEqualTo(3);
    assertThat(report.tokens()).isEqualTo(72);
    List<Reconciliation> answers = blocks.stream().map(Reconciliation::of).toList();

    for (int k = 0; k < 2; k++) {
      int specialist = k;
      SpecialistUse use = named(report, blocks.getFirst().specialists().get(k).id());
      assertThat(use.shareMass())
          .isCloseTo(
              answers.stream()
                  .mapToDouble(a -> a.meanShare(specialist) * a.block().tokens().size())
                  .sum(),
              within(1e-5));
      assertThat(use.tokensLed())
          .isEqualTo(answers.stream().mapToInt(a -> a.leads(specialist)).sum());
      assertThat(use.tokensOverruled())
          .isEqualTo(answers.stream().mapToInt(a -> a.timesOverruled(specialist)).sum());
      assertThat(use.majorityRuns())
          .isEqualTo(answers.stream().filter(a -> a.meanShare(specialist) > 0.5).count());
      assertThat(use.days()).hasSize(1);
      assertThat(use.days().getFirst().day()).isEqualTo(LocalDate.of(2026, 11, 1));
    }
    assertThat(report.specialists().stream().mapToDouble(SpecialistUse::share).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void tellsWhoIsOverReliedOnAndWhoIsDispensable() {
    RunRows rows = new RunRows(jdbc);
    for (int i = 0; i < 100; i++) {
      double strong = i < 81 ? 0.6 : 0.2;
      rows.add(
          row(
              i % 10,
              List.of(
                  new Part("strong", strong, 6, 0),
                  new Part("steady", 0.99405 - strong, 4, i % 4 == 0 ? 3 : 0),
                  new Part("idle", 0.00595, 0, 0))));
    }
    rows.write();
    SpecialistsReport report = specialists(OCTOBER);

    SpecialistUse strong = named(report, "strong");
    assertThat(strong.majorityRuns()).isEqualTo(81);
    assertThat(strong.majorityRate()).isEqualTo(0.81);
    assertThat(strong.overReliedOn()).isTrue();
    assertThat(strong.dispensable()).isFalse();
    assertThat(strong.tokensLed()).isEqualTo(600);
    assertThat(strong.days()).hasSize(10);
    SpecialistUse steady = named(report, "steady");
    assertThat(steady.overReliedOn()).isFalse();
    assertThat(steady.tokensOverruled()).isEqualTo(75);
    assertThat(steady.runsOverruled()).isEqualTo(25);
    assertThat(named(report, "idle").dispensable()).isTrue();
    assertThat(named(report, "idle").share()).isCloseTo(0.00595, within(1e-6));
  }

  @Test
  void eightyPercentOfTheRunsIsNotYetOverReliance() {
    RunRows rows = new RunRows(jdbc);
    for (int i = 0; i < 10; i++) {
      double share = i < 8 ? 0.51 : 0.5;
      rows.add(row(0, List.of(new Part("a", share, 1, 0), new Part("b", 1 - share, 0, 0))));
    }
    rows.write();
    SpecialistUse a = named(specialists(OCTOBER), "a");
    assertThat(a.majorityRate()).isEqualTo(0.8);
    assertThat(a.overReliedOn()).isFalse();
  }

  @Test
  void aRunWithoutAnAnswerCountsForNobody() {
    RunRows rows = new RunRows(jdbc);
    rows.add(row(0, List.of(new Part("a", 0, 0, 0))));
    rows.write();
    SpecialistUse a = named(specialists(OCTOBER), "a");
    assertThat(a.runs()).isEqualTo(1);
    assertThat(a.majorityRate()).isZero();
    assertThat(a.dispensable()).as("nothing was measured").isFalse();
  }

  @Test
  void keepsTenantsAndDaysApart() {
    RunRows rows = new RunRows(jdbc);
    rows.add(row(0, List.of(new Part("a", 1, 10, 0))));
    rows.write();
    assertThat(specialists(OCTOBER).runs()).isEqualTo(1);
    assertThat(specialists("&from=2026-10-06&to=2026-10-31").runs()).isZero();
    tenant = "other-" + UUID.randomUUID();
    assertThat(specialists(OCTOBER).specialists()).isEmpty();
    assertThat(reconciliation(OCTOBER).runs()).isZero();
    assertThat(quality(OCTOBER).federations()).isEmpty();
  }

  @Test
  void distributesResidualsByDecade() {
    RunRows rows = new RunRows(jdbc);
    for (double residual : new double[] {0, 3e-13, 4e-13, 2e-6, 5e-5}) {
      rows.add(
          new Row(
              tenant,
              "demo",
              NOON,
              "UNGATED",
              10,
              residual,
              Double.NaN,
              Double.NaN,
              List.of(new Part("a", 1, 10, 0))));
    }
    rows.write();
    ReconciliationReport report = reconciliation(OCTOBER);

    assertThat(report.maxResidual()).isEqualTo(5e-5);
    assertThat(report.levels().strict()).isEqualTo(4);
    assertThat(report.levels().lenient()).isEqualTo(1);
    assertThat(report.levels().flagged() + report.levels().catastrophic()).isZero();
    assertThat(report.distribution())
        .filteredOn(bin -> bin.runs() > 0)
        .containsExactly(
            new HistogramBin(0, 1e-15, 1),
            new HistogramBin(1e-13, 1e-12, 2),
            new HistogramBin(1e-6, 1e-5, 1),
            new HistogramBin(1e-5, 1e-4, 1));
    assertThat(report.distribution().stream().mapToLong(HistogramBin::runs).sum()).isEqualTo(5);
  }

  @Test
  void raisesTheCanaryWhenABlockIsRefused() {
    ReconciliationReport before = reconciliation("");
    byte[] flagged = Samples.bytes(Samples.block(UUID.randomUUID(), 0, 5, 5e-3));
    byte[] catastrophic = Samples.bytes(Samples.block(UUID.randomUUID(), 0, 5, 0.489));
    assertThat(audit.postBlock(flagged).status()).isEqualTo(422);
    assertThat(audit.postBlock(catastrophic).status()).isEqualTo(422);

    ReconciliationReport after = reconciliation("");
    assertThat(after.canary().raised()).isTrue();
    assertThat(after.canary().threshold()).isEqualTo(1e-3);
    assertThat(after.canary().refusedBlocks()).isEqualTo(before.canary().refusedBlocks() + 2);
    assertThat(after.canary().flagged()).isEqualTo(before.canary().flagged() + 1);
    assertThat(after.canary().catastrophic()).isEqualTo(before.canary().catastrophic() + 1);
    assertThat(after.canary().openAlarms()).isEqualTo(before.canary().openAlarms() + 2);
    assertThat(after.canary().largestRefused()).isGreaterThan(0.488);
    assertThat(reconciliation(OCTOBER).canary().raised()).as("not in October").isFalse();
    acknowledgeAll();
  }

  /** Other tests of this service want a quiet pipeline. */
  private void acknowledgeAll() {
    audit
        .get("/v1/alarms")
        .json()
        .path("alarms")
        .forEach(a -> audit.postJson("/v1/alarms/" + a.path("id").asString() + "/acknowledge", ""));
  }

  @Test
  void summarisesQualityByFederation() {
    RunRows rows = new RunRows(jdbc);
    rows.add(judged("demo", 0, "COMMITTED", 1, 0.2));
    rows.add(judged("demo", 0, "COMMITTED", 0.8, 0.4));
    rows.add(judged("demo", 1, "PROVISIONAL", 0.33, Double.NaN));
    rows.add(judged("demo", 1, "UNGATED", Double.NaN, Double.NaN));
    rows.add(judged("other", 1, "COMMITTED", 1, 0));
    rows.write();
    QualityReport report = quality(OCTOBER);

    assertThat(report.federations()).hasSize(2);
    FederationQuality demo = report.federations().getFirst();
    assertThat(demo.runs()).isEqualTo(4);
    assertThat(demo.decisions().committed()).isEqualTo(2);
    assertThat(demo.decisions().provisional()).isEqualTo(1);
    assertThat(demo.decisions().ungated()).isEqualTo(1);
    assertThat(demo.gate()).isEqualTo(new GateCounts(2, 1, 0, 1));
    assertThat(demo.csa().runs()).isEqualTo(3);
    assertThat(demo.csa().mean()).isCloseTo(0.71, within(1e-6));
    assertThat(demo.csa().distribution().get(9).runs()).isEqualTo(1);
    assertThat(demo.csa().distribution().get(8).runs()).isEqualTo(1);
    assertThat(demo.csa().distribution().get(3).runs()).isEqualTo(1);
    assertThat(demo.chi().runs()).isEqualTo(2);
    assertThat(demo.chi().mean()).isCloseTo(0.3, within(1e-6));
    assertThat(demo.days()).hasSize(2);
    assertThat(demo.days().get(0).committed()).isEqualTo(2);
    assertThat(demo.days().get(1).chi()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&from=2026-10-02&to=2026-10-01",
        "&from=2025-01-01&to=2026-10-01",
        "&from=x",
        "&to=1999-12-31",
        "&to=%2B999999999-12-31",
      })
  void refusesDaysThatAreNoPeriod(String days) {
    for (String report : List.of("specialists", "reconciliation", "quality")) {
      AuditClient.Answer answer = audit.get("/v1/analytics/" + report + "?tenant=a" + days);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:invalid-request");
    }
  }

  private Row row(int day, List<Part> parts) {
    return new Row(
        tenant,
        "demo",
        NOON.plus(Duration.ofDays(day)),
        "UNGATED",
        10,
        1e-13,
        Double.NaN,
        Double.NaN,
        parts);
  }

  private Row judged(String federation, int day, String decision, double csa, double chi) {
    return new Row(
        tenant,
        federation,
        NOON.plus(Duration.ofDays(day)),
        decision,
        10,
        1e-13,
        csa,
        chi,
        List.of(new Part("a", 1, 10, 0)));
  }

  private static SpecialistUse named(SpecialistsReport report, String specialist) {
    return report.specialists().stream()
        .filter(use -> use.specialist().equals(specialist))
        .findFirst()
        .orElseThrow();
  }

  private SpecialistsReport specialists(String days) {
    return counted("specialists", days).as(SpecialistsReport.class);
  }

  private ReconciliationReport reconciliation(String days) {
    return counted("reconciliation", days).as(ReconciliationReport.class);
  }

  private QualityReport quality(String days) {
    return counted("quality", days).as(QualityReport.class);
  }

  /** The report once everything recorded is counted. */
  private AuditClient.Answer counted(String report, String days) {
    String path = "/v1/analytics/" + report + "?tenant=" + tenant + days;
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> audit.get(path), a -> a.json().path("pending_runs").asLong() == 0);
  }
}
