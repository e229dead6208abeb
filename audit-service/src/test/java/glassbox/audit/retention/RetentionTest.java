package glassbox.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Certified;
import glassbox.audit.Ids;
import glassbox.audit.Samples;
import glassbox.contracts.run.RunProof;
import glassbox.contracts.run.RunSubmission;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.log.LogEntry;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.run.RetentionRecord;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@AuditTest
class RetentionTest {
  private static final String RETIRED = "urn:glassbox:problem:run-retired";

  /** Long enough to leave what other tests record. */
  private static final Period KEPT = Period.ofYears(9);

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private MonthTables months;
  @Autowired private TransactionTemplate transaction;
  private AuditClient audit;
  private Retention retention;

  @BeforeEach
  void connect() {
    audit = new AuditClient(port);
    retention = new Retention(months, new RetentionSettings(KEPT), transaction, Clock.systemUTC());
  }

  @Test
  void dropsAMonthOnceTheLogSaysSoAndKeepsEverythingVerifiable() {
    YearMonth month = YearMonth.of(2012, 2);
    List<RunSubmission> old =
        List.of(
            record(Ids.at("2012-02-01T00:00:00Z")),
            record(Ids.at("2012-02-13T10:00:00Z")),
            record(Ids.at("2012-02-29T23:59:59.999Z")));
    RunSubmission kept = record(Ids.at("2018-03-01T00:00:00Z"));
    List<Long> places = old.stream().map(run -> proof(run).index()).toList();

    retention.turn();
    assertThat(months.isRecorded(month)).isTrue();
    assertThat(runs("runs", month))
        .as("the log comes first")
        .containsExactlyInAnyOrderElementsOf(
            old.stream().map(run -> run.envelope().runId()).toList());
    assertThat(view(old.getFirst()).status()).isEqualTo(200);
    assertTakesNothingMore(month);
    await().atMost(Duration.ofSeconds(20)).until(() -> months.isLogged(month));
    retention.turn();

    for (String table : List.of("runs", "blocks", "run_blocks", "contents", "content_keys")) {
      assertThat(runs(table, month)).as(table).isEmpty();
    }
    for (int i = 0; i < old.size(); i++) {
      assertGone(old.get(i), places.get(i));
    }
    assertThat(view(kept).status()).isEqualTo(200);
    assertRecord(month, places);
    assertTakesNothingMore(month);
    assertConsistent();
    retention.turn();
    assertThat(months.whole()).doesNotContain(month).contains(YearMonth.of(2018, 3));
  }

  private void assertGone(RunSubmission run, long place) {
    UUID id = run.envelope().runId();
    String block = run.envelope().blocks().getFirst().hash();
    for (String path :
        List.of(
            "/v1/runs/" + id + "?tenant=old",
            "/v1/runs/" + id + "/tokens?tenant=old",
            "/v1/runs/" + id + "/proof?tenant=old",
            "/v1/runs/" + id + "/bundle?tenant=old",
            "/v1/blocks/" + block + "?run=" + id)) {
      AuditClient.Answer answer = audit.get(path);
      assertThat(answer.status()).as(path).isEqualTo(410);
      assertThat(answer.problem()).isEqualTo(RETIRED);
      assertThat(answer.json().path("index").asLong()).isEqualTo(place);
      assertThat(answer.json().path("retention_index").asLong()).isGreaterThan(place);
    }
    assertThat(audit.get("/v1/runs/" + id + "?tenant=another").status())
        .as("another tenant's run is as absent as one that never was")
        .isEqualTo(404);
    assertThat(audit.postJson("/v1/runs", run).problem()).isEqualTo(RETIRED);
    assertThat(audit.delete("/v1/runs/" + id + "/content?tenant=old&by=x").problem())
        .isEqualTo(RETIRED);
  }

  private void assertTakesNothingMore(YearMonth month) {
    UUID late = Ids.at(month.atDay(2) + "T00:00:00Z");
    assertThat(audit.postBlock(Samples.bytes(Samples.block(late, 0, 2))).problem())
        .isEqualTo(RETIRED);
    assertThatThrownBy(() -> jdbc.update("insert into run_blocks values (?, 0, sha256('x'))", late))
        .rootCause()
        .hasMessageContaining("violates check constraint");
  }

  /** What an outsider can compute: from the tiles, the record names the dropped entries. */
  private void assertRecord(YearMonth month, List<Long> places) {
    String json =
        jdbc.queryForObject(
            "select record from retentions where month = ?",
            String.class,
            Date.valueOf(month.atDay(1)));
    RetentionRecord record = RetentionRecord.parse(String.valueOf(json));
    assertThat(record.month()).isEqualTo(month);
    assertThat(record.reason()).isEqualTo("kept for P9Y");
    assertThat(record.runs()).isEqualTo(places.size());
    assertThat(places).allMatch(record::covers);
    RetentionRecord.Builder again = new RetentionRecord.Builder();
    places.stream().sorted().forEach(place -> again.add(place, leaf(place)));
    assertThat(again.build(month, record.reason(), record.at())).isEqualTo(record);
    assertThat(entryOf(month)).isEqualTo(new LogEntry(LogEntry.Kind.RETENTION, record.hash()));
  }

  private LogEntry entryOf(YearMonth month) {
    Long index =
        jdbc.queryForObject(
            "select index from log_entries where kind = 'RETENTION' and record_id = first_id(?)",
            Long.class,
            Date.valueOf(month.atDay(1)));
    return entry(index == null ? -1 : index);
  }

  private Hash leaf(long index) {
    return entry(index).leafHash();
  }

  /** From the published bundles. */
  private LogEntry entry(long index) {
    long bundle = index / 256;
    byte[] bytes = audit.get("/v1/log/tile/entries/" + "%03d".formatted(bundle)).body();
    for (int width = 256; bytes.length == 0 || bytes[0] == '{'; width--) {
      bytes = audit.get("/v1/log/tile/entries/%03d.p/%d".formatted(bundle, width)).body();
    }
    int at = 0;
    for (long skipped = bundle * 256; skipped < index; skipped++) {
      at += 2 + ((bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF);
    }
    int length = (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    return LogEntry.parse(java.util.Arrays.copyOfRange(bytes, at + 2, at + 2 + length));
  }

  @Test
  void leavesAMonthWhoseRunsAreStillComingIntoTheLog() {
    YearMonth month = YearMonth.of(2012, 7);
    transaction.executeWithoutResult(
        status -> {
          UUID id = Ids.at("2012-07-07T00:00:00Z");
          jdbc.query("select make_month('2012-07-01')", row -> {});
          jdbc.update(
              "insert into runs select ?, tenant, kind, federation, started_at, decision, tokens,"
                  + " max_residual, median_residual, record_hash, envelope, shares, recorded_at,"
                  + " content_kept, seal from runs limit 1",
              id);
          assertThat(months.isSettled(month)).isFalse();
          status.setRollbackOnly();
        });
  }

  @Test
  void neverDropsWithoutAConfiguredTime() {
    record(Ids.at("2012-09-07T00:00:00Z"));
    new Retention(months, new RetentionSettings(null), transaction, Clock.systemUTC()).turn();
    assertThat(months.isRecorded(YearMonth.of(2012, 9))).isFalse();
  }

  @Test
  void theDatabaseDropsNothingThatTheLogDoesNotSay() {
    record(Ids.at("2013-01-07T00:00:00Z"));
    assertThatThrownBy(() -> months.drop(YearMonth.of(2013, 1)))
        .rootCause()
        .hasMessageContaining("the log does not say");
  }

  /** Begun when its id says. */
  private RunSubmission record(UUID id) {
    TokenBlock block = Samples.block(id, 0, 3);
    assertThat(audit.postBlock(Samples.bytes(block)).status()).isEqualTo(201);
    Instant started = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    RunSubmission run = Certified.run("old", started, block, null, null);
    assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(201);
    await().atMost(Duration.ofSeconds(20)).until(() -> months.isSettled(monthOf(id)));
    return run;
  }

  private static YearMonth monthOf(UUID id) {
    return glassbox.audit.month.RunMonth.of(id).orElseThrow();
  }

  private AuditClient.Answer view(RunSubmission run) {
    return audit.get("/v1/runs/" + run.envelope().runId() + "?tenant=old");
  }

  private RunProof proof(RunSubmission run) {
    return audit.get("/v1/runs/" + run.envelope().runId() + "/proof?tenant=old").as(RunProof.class);
  }

  /** The runs that have rows there. Ids without a time may have any month's bits: they are none. */
  private List<UUID> runs(String table, YearMonth month) {
    return jdbc.queryForList(
        "select distinct run_id from "
            + table
            + " where month_of(run_id) = ? and substr(run_id::text, 15, 1) = '7'",
        UUID.class,
        Date.valueOf(month.atDay(1)));
  }

  private void assertConsistent() {
    JsonNode verification = audit.postJson("/v1/log/verifications", "{}").json();
    assertThat(verification.path("findings")).isEmpty();
  }
}
