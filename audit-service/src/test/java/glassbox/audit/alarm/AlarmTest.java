package glassbox.audit.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Samples;
import glassbox.audit.journal.Journal;
import glassbox.audit.seal.RowSeal;
import glassbox.contracts.run.Alarm;
import glassbox.contracts.run.AlarmList;
import glassbox.ledger.block.BlockHash;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@AuditTest
class AlarmTest {
  private static final String INTEGRITY = "/actuator/health/integrity";

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private Clock clock;
  @Autowired private RowSeal seals;
  @Autowired private Journal journal;
  private AuditClient audit;

  @BeforeEach
  void connect() {
    audit = new AuditClient(port);
    assertThat(audit.get(INTEGRITY).status()).isEqualTo(200);
  }

  @Test
  void holdsIntegrityDownUntilAcknowledgedAlsoOverARestart() {
    byte[] bad = Samples.bytes(Samples.block(UUID.randomUUID(), 2, 5, 0.489));
    assertThat(audit.postBlock(bad).status()).isEqualTo(422);
    assertThat(audit.postBlock(bad).status()).isEqualTo(422);

    assertThat(audit.get(INTEGRITY).status()).isEqualTo(503);
    assertThat(audit.get("/actuator/health/readiness").status()).isEqualTo(200);
    Alarm alarm = onlyAlarmOf(audit, BlockHash.of(bad));
    assertThat(alarm.maxResidual()).isBetween(0.4889, 0.4891);
    assertThat(alarm.acknowledgedAt()).isNull();

    OpenAlarmsHealthIndicator ofAnotherProcess =
        new OpenAlarmsHealthIndicator(
            new Alarms(jdbc, clock, seals, journal, new SimpleMeterRegistry()));
    assertThat(ofAnotherProcess.health().getStatus()).isEqualTo(Status.DOWN);
    String path = "/v1/alarms/" + alarm.id() + "/acknowledge";
    Alarm acknowledged = audit.postJson(path, "").as(Alarm.class);
    assertThat(acknowledged.acknowledgedAt()).isNotNull();
    assertThat(audit.postJson(path, "").as(Alarm.class)).isEqualTo(acknowledged);
    assertThat(ofAnotherProcess.health().getStatus()).isEqualTo(Status.UP);
    assertThat(audit.get(INTEGRITY).status()).isEqualTo(200);
  }

  @Test
  void countsEveryCheck() {
    double before = metric("glassbox_audit_checks_total{level=\"strict\"}");
    audit.postBlock(Samples.bytes(Samples.block(UUID.randomUUID(), 0, 5)));
    assertThat(metric("glassbox_audit_checks_total{level=\"strict\"}")).isEqualTo(before + 1);
    assertThat(metric("glassbox_audit_residual_nats_count")).isPositive();
  }

  @Test
  void answersAnUnknownAlarmWithAProblem() {
    assertThat(audit.postJson("/v1/alarms/" + UUID.randomUUID() + "/acknowledge", "").problem())
        .isEqualTo("urn:glassbox:problem:alarm-not-found");
  }

  private double metric(String name) {
    String metrics = new String(audit.get("/actuator/prometheus").body(), StandardCharsets.UTF_8);
    return metrics
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** The service as another process would start it: on the same database, by URL. */
  private static Alarm onlyAlarmOf(AuditClient audit, String hash) {
    return audit.get("/v1/alarms").as(AlarmList.class).alarms().stream()
        .filter(alarm -> alarm.blockHash().equals(hash))
        .reduce(
            (a, b) -> {
              throw new AssertionError("two alarms of one block");
            })
        .orElseThrow();
  }
}
