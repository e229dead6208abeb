package glassbox.audit.analytics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Certified;
import glassbox.audit.Samples;
import glassbox.contracts.analytics.DeltaQuality;
import glassbox.contracts.analytics.DomainQuality;
import glassbox.contracts.analytics.FederationQuality;
import glassbox.contracts.analytics.QualityDay;
import glassbox.contracts.analytics.QualityReport;
import glassbox.contracts.generation.CertificateSummary;
import glassbox.contracts.run.Domain;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.run.RunView;
import glassbox.ledger.block.TokenBlock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Certificates from ingest to the report, on a real Postgres. */
@AuditTest
class CertificateReportsTest {
  private static final Instant FIRST = Instant.parse("2026-11-01T12:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-11-02T12:00:00Z");

  /** Levels 51 and 102 of 255: what blocks store exactly. */
  private static final double LOW = level(51);

  private static final double HIGH = level(102);

  @LocalServerPort private int port;
  private AuditClient audit;
  private String tenant;

  @BeforeEach
  void connect() {
    audit = new AuditClient(port);
    tenant = "d-" + UUID.randomUUID();
  }

  private static double level(int level) {
    double root = level / 255.0;
    return root * root;
  }

  private RunSubmission record(Instant at, @Nullable Domain domain, List<Double> deltas) {
    TokenBlock block = Certified.block(UUID.randomUUID(), deltas);
    @Nullable CertificateSummary certificate =
        deltas.stream().allMatch(d -> d == 0) ? null : Certified.certificate(block, 0.1);
    TokenBlock sent = certificate == null ? Samples.block(block.runId(), 0, 3) : block;
    assertThat(audit.postBlock(Samples.bytes(sent)).status()).isEqualTo(201);
    RunSubmission run = Certified.run(tenant, at, sent, domain, certificate);
    AuditClient.Answer answer = audit.postJson("/v1/runs", run);
    assertThat(answer.status()).as(new String(answer.body())).isEqualTo(201);
    return run;
  }

  private FederationQuality quality() {
    String path = "/v1/analytics/quality?from=2026-11-01&to=2026-11-30&tenant=" + tenant;
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> audit.get(path).as(QualityReport.class), r -> r.pendingRuns() == 0)
        .federations()
        .getFirst();
  }

  @Test
  void tellsDeltasByDayAndByDomain() {
    record(FIRST, Domain.FINANCE, Collections.nCopies(19, LOW));
    record(FIRST, Domain.CLINICAL, List.of(HIGH));
    record(SECOND, null, List.of(HIGH, HIGH, LOW));
    record(SECOND, null, List.of(0.0, 0.0, 0.0));

    FederationQuality quality = quality();

    DeltaQuality whole = quality.certificate();
    assertThat(whole.certifiedRuns()).isEqualTo(3);
    assertThat(whole.untrustedRuns()).as("p95 above 0.1").isEqualTo(2);
    assertThat(whole.tokens()).isEqualTo(23);
    assertThat(whole.deltaMean()).isCloseTo((20 * LOW + 3 * HIGH) / 23, within(1e-12));
    assertThat(whole.deltaMax()).isEqualTo(HIGH);
    assertThat(quality.days())
        .extracting(QualityDay::runs, day -> day.certificate().tokens())
        .containsExactly(tuple(2L, 20L), tuple(2L, 3L));
    assertThat(quality.days().getFirst().certificate().deltaP95()).isEqualTo(LOW);
    assertThat(quality.days().getLast().certificate().deltaP95()).isEqualTo(HIGH);
    assertThat(quality.domains())
        .extracting(DomainQuality::domain)
        .containsExactly(Domain.FINANCE, Domain.CLINICAL, null);
    assertThat(quality.domains().getFirst().certificate().deltaMax()).isEqualTo(LOW);
    assertThat(quality.domains().getLast().runs()).isEqualTo(2);
    assertThat(quality.domains().getLast().certificate().certifiedRuns()).isEqualTo(1);
  }

  @Test
  void tenantsWithoutCertificatesHaveNoNumbers() {
    record(FIRST, null, List.of(0.0, 0.0, 0.0));

    assertThat(quality().certificate()).isEqualTo(DeltaQuality.NONE);
    assertThat(quality().domains()).containsExactly(new DomainQuality(null, 1, DeltaQuality.NONE));
  }

  @Test
  void readsTheCertificateBackUnderTheRecordHash() {
    RunSubmission run = record(FIRST, Domain.CODE, List.of(LOW, HIGH));
    RunEnvelope envelope = run.envelope();

    RunView view =
        audit.get("/v1/runs/" + envelope.runId() + "?tenant=" + tenant).as(RunView.class);

    assertThat(view.envelope()).isEqualTo(envelope);
    CertificateSummary certificate = requireNonNull(view.envelope().certificate());
    assertThat(certificate.trusted()).isFalse();
    assertThat(certificate.statement()).isEqualTo(CertificateSummary.NOT_TRUSTED);
  }

  @Test
  void refusesACertificateThatIsNotThatOfTheDeltas() {
    TokenBlock block = Certified.block(UUID.randomUUID(), List.of(LOW, HIGH));
    assertThat(audit.postBlock(Samples.bytes(block)).status()).isEqualTo(201);
    TokenBlock other = Certified.block(block.runId(), List.of(LOW, LOW));
    AuditClient.Answer refused =
        audit.postJson(
            "/v1/runs",
            Certified.run(tenant, FIRST, block, null, Certified.certificate(other, 0.1)));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problem()).isEqualTo("urn:glassbox:problem:run-inconsistent");
    assertThat(refused.json().at("/errors/0/field").asString())
        .isEqualTo("envelope.certificate.delta_mean");
  }
}
