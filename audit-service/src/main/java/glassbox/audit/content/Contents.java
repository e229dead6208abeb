package glassbox.audit.content;

import static java.util.stream.Collectors.toCollection;

import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import glassbox.ledger.run.ErasureRecord;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of encrypted content, its keys, and its erasures. */
@Repository
public class Contents {
  private static final String READ =
      """
      select e.run_id is not null as erased, k.wrapped, k.master, c.part, c.sealed
      from (select ?::uuid as run_id) r
      left join erasures e using (run_id)
      left join content_keys k using (run_id)
      left join contents c using (run_id)
      """;

  private final JdbcTemplate jdbc;
  private final MasterKeys master;
  private final Clock clock;
  private final RowSeal seals;

  Contents(JdbcTemplate jdbc, MasterKeys master, Clock clock, RowSeal seals) {
    this.jdbc = jdbc;
    this.master = master;
    this.clock = clock;
    this.seals = seals;
  }

  /**
   * Holds off every other writer and eraser of these runs' content until the transaction ends.
   * Takes the locks in one order, so that no two transactions wait for each other.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(Collection<UUID> runIds) {
    jdbc.query(
        """
        select pg_advisory_xact_lock(lock) from (
          select distinct hashtextextended('glassbox/content/' || id::text, 0) as lock
          from unnest(?::uuid[]) as id order by 1) as locks
        """,
        statement -> statement.setArray(1, uuids(statement, runIds)),
        row -> {});
  }

  /**
   * Keeps parts of runs' content, except of runs whose content is erased. Requires the runs' {@link
   * #lock}.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(List<ContentPart> parts) {
    Set<UUID> runIds = parts.stream().map(ContentPart::runId).collect(toCollection(TreeSet::new));
    runIds.removeAll(erased(runIds));
    Map<UUID, DataKey> keys = keys(runIds);
    List<Object[]> rows = new ArrayList<>();
    for (ContentPart part : parts) {
      @Nullable DataKey key = keys.get(part.runId());
      if (key != null) {
        rows.add(sealed(part, key));
      }
    }
    jdbc.batchUpdate(
        "insert into contents (run_id, part, sealed) values (?, ?, ?) on conflict do nothing",
        rows);
  }

  private static Object[] sealed(ContentPart part, DataKey key) {
    return new Object[] {part.runId(), part.name(), key.seal(part.name(), part.plain())};
  }

  private Map<UUID, DataKey> keys(Set<UUID> runIds) {
    Map<UUID, DataKey> keys = new HashMap<>();
    jdbc.query(
        "select run_id, wrapped, master from content_keys where run_id = any(?)",
        statement -> statement.setArray(1, uuids(statement, runIds)),
        row -> {
          UUID runId = row.getObject("run_id", UUID.class);
          keys.put(runId, master.unwrap(runId, row.getBytes("wrapped"), row.getInt("master")));
        });
    List<Object[]> made = new ArrayList<>();
    for (UUID runId : runIds) {
      keys.computeIfAbsent(
          runId,
          id -> {
            DataKey key = master.newKey(id);
            made.add(new Object[] {id, key.wrapped(), master.number()});
            return key;
          });
    }
    jdbc.batchUpdate("insert into content_keys (run_id, wrapped, master) values (?, ?, ?)", made);
    return keys;
  }

  private List<UUID> erased(Set<UUID> runIds) {
    return jdbc.query(
        "select run_id from erasures where run_id = any(?)",
        statement -> statement.setArray(1, uuids(statement, runIds)),
        (row, index) -> row.getObject("run_id", UUID.class));
  }

  private static Array uuids(PreparedStatement statement, Collection<UUID> ids)
      throws SQLException {
    return statement.getConnection().createArrayOf("uuid", ids.toArray());
  }

  /** What there is of a run's content. */
  public RunContents read(UUID runId) {
    List<Row> rows = jdbc.query(READ, (row, index) -> row(row), runId);
    Map<String, byte[]> parts = new HashMap<>();
    for (Row row : rows) {
      if (row.part() != null && row.sealed() != null) {
        parts.put(row.part(), row.sealed());
      }
    }
    byte @Nullable [] wrapped = rows.getFirst().wrapped();
    return new RunContents(
        runId,
        rows.getFirst().erased(),
        wrapped == null ? null : master.unwrap(runId, wrapped, rows.getFirst().master()),
        parts);
  }

  @SuppressWarnings("ArrayRecordComponent") // a row on its way through
  private record Row(
      boolean erased,
      byte @Nullable [] wrapped,
      int master,
      @Nullable String part,
      byte @Nullable [] sealed) {}

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getBoolean("erased"),
        row.getBytes("wrapped"),
        row.getInt("master"),
        row.getString("part"),
        row.getBytes("sealed"));
  }

  /** Forgets content that came with the blocks of a run that keeps none. Nothing is recorded. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void discard(UUID runId) {
    jdbc.update("delete from content_keys where run_id = ?", runId);
    jdbc.update("delete from contents where run_id = ?", runId);
  }

  /**
   * Destroys the key of a recorded run and what it opens, and records that. Changes nothing for a
   * run that is erased already or keeps no content.
   *
   * @param recordHash of the run
   * @param by name of the key that asks for it
   */
  @Transactional
  public void erase(UUID runId, String recordHash, String tenant, String by) {
    lock(List.of(runId));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String record = new ErasureRecord(runId, recordHash, tenant, by, now).json();
    jdbc.update(
        """
        insert into erasures (run_id, record, seal)
        select ?, ?, ?
        where exists (select from content_keys where run_id = ?)
          or exists (select from contents where run_id = ?)
        on conflict (run_id) do nothing
        """,
        runId,
        record,
        seals.of(SealedTable.ERASURES, List.of(runId, record)),
        runId,
        runId);
    discard(runId);
  }

  /** The record of a run's erasure, if there was one. */
  public Optional<ErasureRecord> erasure(UUID runId) {
    return jdbc
        .queryForList("select record from erasures where run_id = ?", String.class, runId)
        .stream()
        .findFirst()
        .map(ErasureRecord::parse);
  }
}
