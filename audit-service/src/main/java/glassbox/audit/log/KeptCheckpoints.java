package glassbox.audit.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of published checkpoints and their cosignatures. Insert-only. */
final class KeptCheckpoints {
  private static final String SELECT = "select number, size, note from log_checkpoints ";

  private final JdbcTemplate jdbc;
  private final Clock clock;

  KeptCheckpoints(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<KeptCheckpoint> last() {
    return jdbc
        .query(SELECT + "order by number desc limit 1", (row, index) -> checkpoint(row))
        .stream()
        .findFirst();
  }

  /** From a number on, in order. */
  List<KeptCheckpoint> from(long number) {
    return jdbc.query(
        SELECT + "where number >= ? order by number", (row, index) -> checkpoint(row), number);
  }

  /** All, in order; to be closed. */
  Stream<KeptCheckpoint> all() {
    return jdbc.queryForStream(SELECT + "order by number", (row, index) -> checkpoint(row));
  }

  /** Keeps one, durably. */
  void add(KeptCheckpoint checkpoint) {
    jdbc.update(
        "insert into log_checkpoints (number, size, note, published_at) values (?, ?, ?, ?)",
        checkpoint.number(),
        checkpoint.size(),
        checkpoint.note(),
        now());
  }

  /** Keeps a cosignature's line; a second time changes nothing. */
  void addCosignature(long number, String line) {
    jdbc.update(
        """
        insert into log_cosignatures (number, line, received_at)
        values (?, ?, ?) on conflict do nothing
        """,
        number,
        line,
        now());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static KeptCheckpoint checkpoint(ResultSet row) throws SQLException {
    return new KeptCheckpoint(row.getLong("number"), row.getLong("size"), row.getString("note"));
  }
}
