package glassbox.audit.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The columns of a run that repeat what its envelope says. */
final class RecordedColumns {
  private static final JsonMapper JSON = JsonMapper.shared();

  private RecordedColumns() {}

  /** Names of the columns that say something else. */
  static List<String> compare(ResultSet row) throws SQLException {
    JsonNode envelope = read(row.getString("envelope"));
    List<String> differing = new ArrayList<>();
    for (String column : List.of("tenant", "federation")) {
      if (!row.getString(column).equals(envelope.path(column).asString())) {
        differing.add(column);
      }
    }
    for (String column : List.of("kind", "decision")) {
      String said = envelope.path(column).asString().toUpperCase(Locale.ROOT);
      if (!row.getString(column).equals(said)) {
        differing.add(column);
      }
    }
    var started = OffsetDateTime.parse(envelope.path("started_at").asString()).toInstant();
    var column = row.getObject("started_at", OffsetDateTime.class).toInstant();
    if (Math.abs(java.time.Duration.between(started, column).toNanos()) > 1000) {
      differing.add("started_at");
    }
    return differing;
  }

  private static JsonNode read(String envelope) {
    try {
      return JSON.readTree(envelope);
    } catch (JacksonException e) {
      throw new LogInconsistentException("the envelope is not JSON", e);
    }
  }
}
