package glassbox.audit.log;

import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import glassbox.ledger.log.LogEntry;
import glassbox.ledger.merkle.Hash;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The queue and the leaves, through the session that holds the lock. Not thread-safe. */
final class LogEntries {
  private static final String PENDING =
      """
      select q.kind, q.record_id, r.record_hash as run_hash, r.tenant, r.recorded_at,
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
      insert into log_entries (index, kind, record_id, record_hash, owner, seal, sequenced_at)
      select n.*, ?::timestamptz
      from unnest(?::bigint[], ?::text[], ?::uuid[], ?::bytea[], ?::bytea[], ?::bytea[]) as n
      """;
  private static final String FROM =
      """
      select e.index, e.kind, e.record_id, e.record_hash,
        r.record_hash as run_hash, r.tenant, r.recorded_at,
        coalesce(r.envelope, x.record, t.record) as record
      from log_entries e
      left join runs r on e.kind = 'RUN' and r.run_id = e.record_id
      left join erasures x on e.kind = 'ERASURE' and x.run_id = e.record_id
      left join retentions t on e.kind = 'RETENTION' and first_id(t.month) = e.record_id
      where e.index >= ? order by e.index limit ?
      """;

  private final LogLock lock;
  private final Clock clock;
  private final RowSeal seals;
  private final QueueFloor floor = new QueueFloor();

  LogEntries(LogLock lock, Clock clock, RowSeal seals) {
    this.lock = lock;
    this.clock = clock;
    this.seals = seals;
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
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<byte @Nullable []> owners = runs.stream().map(this::owner).toList();
    List<byte[]> made = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      made.add(seal(runs.get(i), now, owners.get(i)));
    }
    jdbc.update(
        connection -> {
          var statement = connection.prepareStatement(INSERT);
          statement.setObject(1, now.atOffset(ZoneOffset.UTC));
          statement.setArray(2, array(connection, "int8", runs, LoggedRecord::index));
          statement.setArray(3, array(connection, "text", runs, run -> run.kind().name()));
          statement.setArray(4, array(connection, "uuid", runs, LoggedRecord::id));
          statement.setArray(5, octets(connection, runs.stream().map(r -> r.recordHash().bytes())));
          statement.setArray(6, octets(connection, owners.stream()));
          statement.setArray(7, octets(connection, made.stream()));
          return statement;
        });
  }

  private byte @Nullable [] owner(LoggedRecord record) {
    return record.tenant() == null ? null : seals.owner(record.id(), record.tenant());
  }

  private byte[] seal(LoggedRecord record, Instant now, byte @Nullable [] owner) {
    return seals.of(
        SealedTable.ENTRIES,
        Arrays.asList(
            record.index(),
            record.kind().name(),
            record.id(),
            record.recordHash().bytes(),
            now,
            owner));
  }

  private static Array array(
      Connection connection,
      String type,
      List<LoggedRecord> runs,
      Function<LoggedRecord, Object> column)
      throws SQLException {
    return connection.createArrayOf(type, runs.stream().map(column).toArray());
  }

  private static Array octets(Connection connection, Stream<byte @Nullable []> column)
      throws SQLException {
    return connection.createArrayOf("bytea", column.toArray(byte[][]::new));
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
    if (!hash.equals(Hash.of(row.getBytes("record_hash")))) {
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
        row.getString("tenant"),
        recorded == null ? null : recorded.toInstant());
  }
}
