package glassbox.audit.log;

import glassbox.contracts.run.RunEnvelope;
import glassbox.ledger.log.LogEntry;
import glassbox.ledger.run.ErasureRecord;
import glassbox.ledger.run.MalformedJsonException;
import glassbox.ledger.run.RetentionRecord;
import glassbox.shell.json.StrictJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The columns that repeat what a record says. */
final class RecordedColumns {
  private static final JsonMapper JSON = StrictJson.mapper();

  private RecordedColumns() {}

  /**
   * Names of the columns that say something else than the row's record.
   *
   * @param id that the row has the record under
   * @param where how messages name the row
   * @throws LogInconsistentException if the record is none
   */
  static List<String> compare(ResultSet row, LogEntry.Kind kind, UUID id, String where)
      throws SQLException {
    String record = row.getString("record");
    try {
      return switch (kind) {
        case RUN -> run(row, read(record), id);
        case ERASURE -> ErasureRecord.parse(record).runId().equals(id) ? List.of() : List.of("id");
        case RETENTION -> isOf(RetentionRecord.parse(record), id) ? List.of() : List.of("month");
      };
    } catch (MalformedJsonException | JacksonException e) {
      throw new LogInconsistentException(where + ": not a record: " + e.getMessage(), e);
    }
  }

  private static boolean isOf(RetentionRecord record, UUID id) {
    long start = record.month().atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    return id.equals(new UUID(start << 16, 0));
  }

  private static List<String> run(ResultSet row, RunEnvelope envelope, UUID id)
      throws SQLException {
    List<String> differing = new ArrayList<>();
    if (!envelope.runId().equals(id)) {
      differing.add("run_id");
    }
    if (!envelope.tenant().equals(row.getString("tenant"))) {
      differing.add("tenant");
    }
    if (!envelope.federation().equals(row.getString("federation"))) {
      differing.add("federation");
    }
    if (!envelope.kind().name().equals(row.getString("run_kind"))) {
      differing.add("kind");
    }
    if (!envelope.decision().name().equals(row.getString("decision"))) {
      differing.add("decision");
    }
    var column = row.getObject("started_at", OffsetDateTime.class).toInstant();
    if (Math.abs(Duration.between(envelope.startedAt(), column).toNanos()) > 1000) {
      differing.add("started_at");
    }
    return differing;
  }

  /** Strictly: a name that no record has, with null, would not change the hash. */
  private static RunEnvelope read(String envelope) {
    return JSON.readValue(envelope, RunEnvelope.class);
  }
}
