package glassbox.audit.log;

import glassbox.ledger.log.LogEntry;
import glassbox.ledger.run.ErasureRecord;
import glassbox.ledger.run.MalformedJsonException;
import glassbox.ledger.run.RetentionRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The columns that repeat what a record says. */
final class RecordedColumns {
  private static final JsonMapper JSON = JsonMapper.shared();

  private RecordedColumns() {}

  /**
   * Names of the columns that say something else than the row's record.
   *
   * @param id that the row has the record under
   */
  static List<String> compare(ResultSet row, LogEntry.Kind kind, UUID id) throws SQLException {
    String record = row.getString("record");
    try {
      return switch (kind) {
        case RUN -> run(row, read(record), id);
        case ERASURE -> ErasureRecord.parse(record).runId().equals(id) ? List.of() : List.of("id");
        case RETENTION -> isOf(RetentionRecord.parse(record), id) ? List.of() : List.of("month");
      };
    } catch (MalformedJsonException e) {
      throw new LogInconsistentException("not a record: " + e.getMessage(), e);
    }
  }

  private static boolean isOf(RetentionRecord record, UUID id) {
    long start = record.month().atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    return id.equals(new UUID(start << 16, 0));
  }

  private static List<String> run(ResultSet row, JsonNode envelope, UUID id) throws SQLException {
    List<String> differing = new ArrayList<>();
    if (!envelope.path("run_id").asString().equals(id.toString())) {
      differing.add("run_id");
    }
    for (String column : List.of("tenant", "federation")) {
      if (!row.getString(column).equals(envelope.path(column).asString())) {
        differing.add(column);
      }
    }
    if (!row.getString("run_kind").equals(upper(envelope, "kind"))) {
      differing.add("kind");
    }
    if (!row.getString("decision").equals(upper(envelope, "decision"))) {
      differing.add("decision");
    }
    var started = OffsetDateTime.parse(envelope.path("started_at").asString()).toInstant();
    var column = row.getObject("started_at", OffsetDateTime.class).toInstant();
    if (Math.abs(Duration.between(started, column).toNanos()) > 1000) {
      differing.add("started_at");
    }
    return differing;
  }

  private static String upper(JsonNode envelope, String member) {
    return envelope.path(member).asString().toUpperCase(Locale.ROOT);
  }

  private static JsonNode read(String envelope) {
    try {
      return JSON.readTree(envelope);
    } catch (JacksonException e) {
      throw new LogInconsistentException("the envelope is not JSON", e);
    }
  }
}
