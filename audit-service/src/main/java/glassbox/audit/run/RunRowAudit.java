package glassbox.audit.run;

import glassbox.audit.seal.RowAudit;
import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of runs, by their seals, and of their blocks, by their envelopes. */
@Component
final class RunRowAudit implements RowAudit {
  private static final String RUNS =
      "select " + SealedTable.RUNS.columns() + ", seal from runs where run_id = any(?)";
  private static final String BLOCKS =
      "select run_id, pass, hash from run_blocks where run_id = any(?)";
  private static final String STRAY =
      """
      select run_id from run_blocks b
      where not exists (select from runs r where r.run_id = b.run_id) limit 100
      """;
  private static final String UNLOGGED =
      "select "
          + SealedTable.RUNS.columns()
          + ", seal from runs r where not exists ("
          + "select from log_entries e where e.kind = 'RUN' and e.record_id = r.run_id)";

  private final RowSeal seals;
  private final JsonMapper mapper;

  RunRowAudit(RowSeal seals, JsonMapper mapper) {
    this.seals = seals;
    this.mapper = mapper;
  }

  @Override
  public void checkRuns(JdbcTemplate snapshot, Map<UUID, String> envelopes, Report report) {
    snapshot.query(
        RUNS,
        statement -> statement.setArray(1, ids(statement, envelopes.keySet())),
        row -> {
          if (!seals.fits(SealedTable.RUNS, row)) {
            UUID run = row.getObject("run_id", UUID.class);
            report.found(run, "the row of run " + run + " is not as it was recorded");
          }
        });
    Map<UUID, Map<Integer, String>> blocks = new HashMap<>();
    snapshot.query(
        BLOCKS,
        statement -> statement.setArray(1, ids(statement, envelopes.keySet())),
        row -> {
          blocks
              .computeIfAbsent(row.getObject("run_id", UUID.class), run -> new TreeMap<>())
              .put(row.getInt("pass"), HexFormat.of().formatHex(row.getBytes("hash")));
        });
    envelopes.forEach(
        (run, envelope) -> {
          if (!named(envelope).equals(blocks.getOrDefault(run, Map.of()))) {
            report.found(run, "the blocks of run " + run + " are not those that its record names");
          }
        });
  }

  /** Hashes by pass; none for what is no envelope, which is found elsewhere. */
  private Map<Integer, String> named(String envelope) {
    Map<Integer, String> named = new TreeMap<>();
    try {
      for (JsonNode block : mapper.readTree(envelope).path("blocks")) {
        named.put(block.path("pass").asInt(), block.path("hash").asString());
      }
      return named;
    } catch (JacksonException notAnEnvelope) {
      return Map.of();
    }
  }

  @Override
  public void checkRest(JdbcTemplate snapshot, Report report) {
    snapshot.query(
        STRAY,
        row -> {
          UUID run = row.getObject("run_id", UUID.class);
          report.found(run, "there are blocks of run " + run + ", which is not there");
        });
    snapshot.query(
        UNLOGGED,
        row -> {
          if (!seals.fits(SealedTable.RUNS, row)) {
            UUID run = row.getObject("run_id", UUID.class);
            report.found(run, "the row of run " + run + " is not as it was recorded");
          }
        });
  }

  private static Array ids(PreparedStatement statement, Collection<UUID> runs) throws SQLException {
    return statement.getConnection().createArrayOf("uuid", runs.toArray());
  }
}
