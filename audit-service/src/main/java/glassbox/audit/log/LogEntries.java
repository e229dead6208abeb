package glassbox.audit.log;

import glassbox.ledger.merkle.Hash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The queue and the leaves, through the session that holds the lock. Not thread-safe. */
final class LogEntries {
  private static final String PENDING =
      """
      select q.run_id, r.record_hash, r.envelope, r.recorded_at
      from log_queue q left join runs r on r.run_id = q.run_id
      where q.position > ?
        and not exists (select from log_entries e where e.run_id = q.run_id)
      order by q.position limit ?
      """;
  private static final String INSERT =
      """
      insert into log_entries (index, run_id, record_hash, sequenced_at)
      select n.*, ?::timestamptz from unnest(?::bigint[], ?::uuid[], ?::bytea[]) as n
      """;
  private static final String FROM =
      """
      select e.index, e.run_id, e.record_hash as entry_hash,
        r.record_hash, r.envelope, r.recorded_at
      from log_entries e left join runs r on r.run_id = e.run_id
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
    List<LoggedRun> runs =
        jdbc.query(PENDING, (row, number) -> pending(row, first + number), floor.position(), limit);
    if (!runs.isEmpty()) {
      insert(jdbc, runs);
    }
    if (runs.size() < limit) {
      floor.searched(jdbc, settled);
    }
    return runs.size();
  }

  private static LoggedRun pending(ResultSet row, long index) throws SQLException {
    UUID runId = row.getObject("run_id", UUID.class);
    Hash hash = RecordedHash.of(row, "run " + runId + " (not in the log yet)");
    return new LoggedRun(index, runId, hash, instant(row));
  }

  private void insert(JdbcTemplate jdbc, List<LoggedRun> runs) {
    jdbc.update(
        connection -> {
          var statement = connection.prepareStatement(INSERT);
          statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
          statement.setArray(
              2, array(connection, "int8", runs.stream().map(LoggedRun::index).toArray()));
          statement.setArray(
              3, array(connection, "uuid", runs.stream().map(LoggedRun::runId).toArray()));
          statement.setArray(
              4,
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
  List<LoggedRun> from(long index, int limit) {
    List<LoggedRun> runs = new ArrayList<>();
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

  private static LoggedRun leaf(ResultSet row, long expected) throws SQLException {
    if (row.getLong("index") != expected) {
      throw new LogInconsistentException("entry " + expected + " is not in the database");
    }
    UUID runId = row.getObject("run_id", UUID.class);
    Hash hash = RecordedHash.of(row, "entry " + expected + " (run " + runId + ")");
    if (!hash.equals(Hash.of(row.getBytes("entry_hash")))) {
      throw new LogInconsistentException(
          "entry " + expected + " (run " + runId + ") is not the hash of the run's envelope");
    }
    return new LoggedRun(expected, runId, hash, instant(row));
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
  }
}
