package glassbox.audit.analytics;

import glassbox.audit.Ids;
import glassbox.audit.content.TestSeals;
import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import glassbox.contracts.generation.FinishReason;
import glassbox.contracts.generation.ModelDigest;
import glassbox.contracts.generation.Usage;
import glassbox.contracts.run.Decision;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.verdict.Chi;
import glassbox.contracts.verdict.CriticReport;
import glassbox.contracts.verdict.GateDecision;
import glassbox.contracts.verdict.Rate;
import glassbox.ledger.run.RunRecordHash;
import glassbox.shell.json.StrictJson;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the table of runs as the recorder writes them, of any shares and verdicts. */
final class RunRows {
  private static final JsonMapper JSON = StrictJson.mapper();
  private static final String INSERT =
      """
      insert into runs
        (run_id, tenant, kind, federation, started_at, decision, tokens, max_residual,
          median_residual, record_hash, envelope, shares, recorded_at, content_kept, seal)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?)
      """;

  private final JdbcTemplate jdbc;
  private final RowSeal seals;
  private final List<Object[]> rows = new ArrayList<>();

  RunRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    seals = TestSeals.of(jdbc);
  }

  /** A specialist's part of a row. */
  record Part(String id, double share, int led, int overruled) {}

  /** A row; {@code csa} NaN for no report, {@code chi} NaN for a report without it. */
  record Row(
      String tenant,
      String federation,
      Instant startedAt,
      String decision,
      int tokens,
      double residual,
      double csa,
      double chi,
      List<Part> parts) {

    String shares() {
      List<String> shares = new ArrayList<>();
      for (Part part : parts) {
        shares.add(
            String.format(
                Locale.ROOT,
                "{\"id\":\"%s\",\"share\":%s,\"tokens_led\":%d,\"tokens_overruled\":%d}",
                part.id,
                part.share,
                part.led,
                part.overruled));
      }
      return "{\"shares\":[" + String.join(",", shares) + "]}";
    }

    /** An envelope that says what the row says. */
    String envelope(UUID id) {
      RunEnvelope envelope =
          new RunEnvelope(
              id,
              tenant,
              RunEnvelope.Kind.GENERATE,
              federation,
              startedAt,
              "c3".repeat(32),
              "d4".repeat(32),
              List.of(),
              report(),
              Decision.valueOf(decision),
              parts.stream().map(p -> new ModelDigest(p.id, "e5".repeat(32))).toList(),
              "test-1",
              7,
              FinishReason.STOP,
              new Usage(3, tokens),
              null,
              null,
              null);
      return JSON.writeValueAsString(envelope);
    }

    private @Nullable CriticReport report() {
      if (Double.isNaN(csa)) {
        return null;
      }
      Rate none = new Rate(0, 1, 0, 0, 0.79);
      boolean commit = decision.equals("COMMITTED");
      return new CriticReport(
          List.of(),
          csa,
          Double.isNaN(chi) ? null : new Chi(chi, chi, 0, 0, none, none, 0.2, false),
          new GateDecision(
              commit ? GateDecision.Outcome.COMMIT : GateDecision.Outcome.REPAIR, List.of()));
    }
  }

  UUID add(Row row) {
    UUID id = Ids.undated();
    add(id, row);
    return id;
  }

  void add(UUID id, Row row) {
    String envelope = row.envelope(id);
    rows.add(
        new Object[] {
          id,
          row.tenant,
          "GENERATE",
          row.federation,
          Timestamp.from(row.startedAt),
          row.decision,
          row.tokens,
          row.residual,
          row.residual,
          RunRecordHash.of(envelope),
          envelope,
          row.shares(),
          Timestamp.from(row.startedAt),
          seal(id, row, RunRecordHash.of(envelope))
        });
  }

  private byte[] seal(UUID id, Row row, String recordHash) {
    Instant startedAt = row.startedAt.truncatedTo(ChronoUnit.MICROS);
    return seals.of(
        SealedTable.RUNS,
        List.of(
            id,
            row.tenant,
            "GENERATE",
            row.federation,
            startedAt,
            row.decision,
            row.tokens,
            row.residual,
            row.residual,
            recordHash,
            row.shares(),
            startedAt,
            false));
  }

  void write() {
    jdbc.batchUpdate(INSERT, rows);
    rows.clear();
  }
}
