package glassbox.audit.log;

import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of published checkpoints and their cosignatures. Insert-only. */
final class KeptCheckpoints {
  private static final String SELECT = "select number, size, note from log_checkpoints ";

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final RowSeal seals;

  KeptCheckpoints(JdbcTemplate jdbc, Clock clock, RowSeal seals) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seals = seals;
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
    Instant now = now();
    jdbc.update(
        """
        insert into log_checkpoints (number, size, note, published_at, seal)
        values (?, ?, ?, ?, ?)
        """,
        checkpoint.number(),
        checkpoint.size(),
        checkpoint.note(),
        now.atOffset(ZoneOffset.UTC),
        seals.of(
            SealedTable.CHECKPOINTS,
            List.of(checkpoint.number(), checkpoint.size(), checkpoint.note(), now)));
  }

  /** Keeps a cosignature's line; a second time changes nothing. */
  void addCosignature(long number, String line) {
    Instant now = now();
    jdbc.update(
        """
        insert into log_cosignatures (number, line, received_at, seal)
        values (?, ?, ?, ?) on conflict do nothing
        """,
        number,
        line,
        now.atOffset(ZoneOffset.UTC),
        seals.of(SealedTable.COSIGNATURES, List.of(number, line, now)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static KeptCheckpoint checkpoint(ResultSet row) throws SQLException {
    return new KeptCheckpoint(row.getLong("number"), row.getLong("size"), row.getString("note"));
  }
}
