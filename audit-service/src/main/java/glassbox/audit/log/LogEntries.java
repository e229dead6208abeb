package glassbox.audit.log;

import glassbox.ledger.log.LogEntry;
import glassbox.ledger.merkle.Hash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The queue and the leaves, through the session that holds the lock. Not thread-safe. */
final class LogEntries {
  private static final String PENDING =
      """
      select q.kind, q.record_id, r.record_hash, r.recorded_at,
        coalesce(r.envelope, x.record, t.record) as record
      from log_queue q
      left join runs r on q.kind = 'RUN' and r.run_id = q.record_id
      left join erasures x on q.kind = 'ERASURE' and x.run_id = q.record_id
      left join retentions t on q.kind = 'RETENTION' and first_id(t.month) = q.record_id
      where q.position > ?
        and not exists (
          select from log_entries e where e.record_id = q.record_id and e.kind = q.kind)
      order by q.position limit ?
      """;
  private static final String INSERT =
      """
      insert into log_entries (index, kind, record_id, record_hash, sequenced_at)
      select n.*, ?::timestamptz
      from unnest(?::bigint[], ?::text[], ?::uuid[], ?::bytea[]) as n
      """;
  private static final String FROM =
      """
      select e.index, e.kind, e.record_id, e.record_hash as entry_hash,
        r.record_hash, r.recorded_at, coalesce(r.envelope, x.record, t.record) as record
      from log_entries e
      left join runs r on e.kind = 'RUN' and r.run_id = e.record_id
      left join erasures x on e.kind = 'ERASURE' and x.run_id = e.record_id
      left join retentions t on e.kind = 'RETENTION' and first_id(t.month) = e.record_id
      where e.index >= ? order by e.index limit ?
      """;

  private final LogLock lock;
  private final Clock clock;
  private final QueueFloor floor = new QueueFloor();

  LogEntries(LogLock lock, Clock clock) {
    this.lock = lock;
    this.clock = clock;
  }

  /** Number of leaves. */
  long size() {
    return size(lock.jdbc());
  }

  private static long size(JdbcTemplate jdbc) {
    Long size =
        jdbc.queryForObject("select coalesce(max(index) + 1, 0) from log_entries", Long.class);
    return size == null ? 0 : size;
  }

  /**
   * Gives the next runs of the queue their indices, in one transaction.
   *
   * @param limit most runs
   * @param known leaves that were there before
   * @return how many
   * @throws LogInconsistentException if a run is gone, its envelope is not what was recorded, or
   *     leaves are missing at the end
   */
  int sequence(int limit, long known) {
    Integer count = lock.transaction().execute(status -> sequenceNow(lock.jdbc(), limit, known));
    return count == null ? 0 : count;
  }

  private int sequenceNow(JdbcTemplate jdbc, int limit, long known) {
    boolean settled = floor.isSettled(jdbc);
    long first = size(jdbc);
    if (first < known) {
      throw new LogInconsistentException(
          "entries " + first + " to " + (known - 1) + " are not in the database any more");
    }
    List<LoggedRecord> runs =
        jdbc.query(PENDING, (row, number) -> pending(row, first + number), floor.position(), limit);
    if (!runs.isEmpty()) {
      insert(jdbc, runs);
    }
    if (runs.size() < limit) {
      floor.searched(jdbc, settled);
    }
    return runs.size();
  }

  private static LoggedRecord pending(ResultSet row, long index) throws SQLException {
    UUID id = row.getObject("record_id", UUID.class);
    Hash hash = RecordedHash.of(row, name(row, id) + " (not in the log yet)");
    return record(row, index, id, hash);
  }

  private void insert(JdbcTemplate jdbc, List<LoggedRecord> runs) {
    jdbc.update(
        connection -> {
          var statement = connection.prepareStatement(INSERT);
          statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
          statement.setArray(
              2, array(connection, "int8", runs.stream().map(LoggedRecord::index).toArray()));
          statement.setArray(
              3, array(connection, "text", runs.stream().map(run -> run.kind().name()).toArray()));
          statement.setArray(
              4, array(connection, "uuid", runs.stream().map(LoggedRecord::id).toArray()));
          statement.setArray(
              5,
              array(
                  connection,
                  "bytea",
                  runs.stream().map(run -> run.recordHash().bytes()).toArray(byte[][]::new)));
          return statement;
        });
  }

  private static java.sql.Array array(Connection connection, String type, Object[] values)
      throws SQLException {
    return connection.createArrayOf(type, values);
  }

  /**
   * The leaves from an index on, each checked against the envelope stored now.
   *
   * @throws LogInconsistentException naming the first index that is not right
   */
  List<LoggedRecord> from(long index, int limit) {
    List<LoggedRecord> runs = new ArrayList<>();
    lock.jdbc()
        .query(
            FROM,
            row -> {
              runs.add(leaf(row, index + runs.size()));
            },
            index,
            limit);
    return runs;
  }

  private static LoggedRecord leaf(ResultSet row, long expected) throws SQLException {
    if (row.getLong("index") != expected) {
      throw new LogInconsistentException("entry " + expected + " is not in the database");
    }
    UUID id = row.getObject("record_id", UUID.class);
    String where = "entry " + expected + " (" + name(row, id) + ")";
    Hash hash = RecordedHash.of(row, where);
    if (!hash.equals(Hash.of(row.getBytes("entry_hash")))) {
      throw new LogInconsistentException(where + " is not the hash of its record");
    }
    return record(row, expected, id, hash);
  }

  private static String name(ResultSet row, UUID id) throws SQLException {
    return row.getString("kind").toLowerCase(Locale.ROOT) + " " + id;
  }

  private static LoggedRecord record(ResultSet row, long index, UUID id, Hash hash)
      throws SQLException {
    @Nullable OffsetDateTime recorded = row.getObject("recorded_at", OffsetDateTime.class);
    return new LoggedRecord(
        index,
        LogEntry.Kind.valueOf(row.getString("kind")),
        id,
        hash,
        recorded == null ? null : recorded.toInstant());
  }
}
