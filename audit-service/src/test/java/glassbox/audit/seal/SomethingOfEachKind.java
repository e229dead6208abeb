package glassbox.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import glassbox.audit.AuditClient;
import glassbox.audit.Certified;
import glassbox.audit.Ids;
import glassbox.audit.Samples;
import glassbox.audit.content.TestSeals;
import glassbox.contracts.analytics.RoyaltyRequest;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.run.RetentionRecord;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records something of each kind that the verification looks at. */
final class SomethingOfEachKind {
  private final AuditClient audit;
  private final JdbcTemplate jdbc;

  SomethingOfEachKind(AuditClient audit, JdbcTemplate jdbc) {
    this.audit = audit;
    this.jdbc = jdbc;
  }

  /** Records it, and waits until it is in the log and counted. */
  void record() {
    for (int i = 0; i < 3; i++) {
      UUID id = i == 0 ? UUID.randomUUID() : Ids.at("2025-0" + i + "-07T00:00:00Z");
      List<TokenBlock> blocks = List.of(Samples.block(id, 0, 3), Samples.block(id, 2, 4));
      blocks.forEach(block -> audit.postBlock(Samples.bytes(block)));
      audit.postJson("/v1/runs", Samples.run("columns", blocks));
      if (i == 1) {
        audit.delete("/v1/runs/" + id + "/content?by=officer&tenant=columns");
      }
    }
    TokenBlock certified = Certified.block(UUID.randomUUID(), List.of(0.1, 0.2, 0.3));
    audit.postBlock(Samples.bytes(certified));
    audit.postJson(
        "/v1/runs",
        Certified.run(
            "columns", Samples.STARTED, certified, null, Certified.certificate(certified, 0.5)));
    audit.postBlock(Samples.bytes(Samples.block(UUID.randomUUID(), 0, 2)));
    audit.send(
        audit
            .request("/v1/runs?tenant=columns&run=" + UUID.randomUUID())
            .header("X-Glassbox-Purpose", "a review")
            .GET());
    addWhatIsBesideTheLog();
    addWhatOnlySettingsMake();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                count("select count(*) from analytics_pending") == 0
                    && count(
                            "select count(*) from log_queue q where not exists (select from"
                                + " log_entries e where e.record_id = q.record_id)")
                        == 0);
  }

  private long count(String query) {
    Long count = jdbc.queryForObject(query, Long.class);
    return count == null ? -1 : count;
  }

  /** An alarm that was seen, and a receipt. */
  private void addWhatIsBesideTheLog() {
    byte[] bad = Samples.bytes(Samples.block(UUID.randomUUID(), 2, 5, 0.489));
    assertThat(audit.postBlock(bad).status()).isEqualTo(422);
    for (UUID alarm : jdbc.queryForList("select id from alarms", UUID.class)) {
      audit.postJson("/v1/alarms/" + alarm + "/acknowledge", "");
    }
    TokenBlock block = Samples.block(UUID.randomUUID(), 0, 6);
    audit.postBlock(Samples.bytes(block));
    audit.postJson("/v1/runs", Samples.run("columns", List.of(block)));
    assertThat(
            audit
                .postJson(
                    "/v1/analytics/royalties/receipts?tenant=columns",
                    new RoyaltyRequest(block.runId(), "fee-1", 1999, "EUR"))
                .status())
        .isEqualTo(201);
  }

  private void addWhatOnlySettingsMake() {
    RowSeal seals = TestSeals.of(jdbc);
    Instant now = Instant.parse("2026-11-01T00:00:00.000001Z");
    LocalDate month = LocalDate.of(2001, 1, 1);
    String record =
        new RetentionRecord.Builder().build(java.time.YearMonth.from(month), "none", now).json();
    jdbc.update(
        "insert into retentions (month, record, days, seal) values (?, ?, '2001-01-01', ?)"
            + " on conflict do nothing",
        Date.valueOf(month),
        record,
        seals.of(SealedTable.RETENTIONS, List.of(month, record, "2001-01-01")));
    jdbc.update(
        "insert into log_cosignatures (number, line, received_at, seal) values (0, 'x', ?, ?)"
            + " on conflict do nothing",
        now.atOffset(ZoneOffset.UTC),
        seals.of(SealedTable.COSIGNATURES, Arrays.asList(0L, "x", now)));
  }
}
