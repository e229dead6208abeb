package glassbox.audit.content;

import glassbox.audit.seal.RowSeal;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which master keys the database knows, and the data keys that they wrap. */
final class MasterKeyTable {
  private static final String RECORDED =
      """
      select exists (select from runs) or exists (select from blocks)
        or exists (select from log_checkpoints)
      """;

  private final JdbcTemplate jdbc;

  MasterKeyTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A master key by its fingerprint. */
  @SuppressWarnings("ArrayRecordComponent") // compared in constant time, where it is
  record Known(int number, byte[] fingerprint) {}

  /** A data key as it is stored. */
  @SuppressWarnings("ArrayRecordComponent") // a row on its way through
  record Wrapped(UUID runId, byte[] bytes, int master) {}

  /** Oldest first. */
  List<Known> known() {
    return jdbc.query(
        "select number, fingerprint from content_master_keys order by number",
        (row, index) -> new Known(row.getInt("number"), row.getBytes("fingerprint")));
  }

  void add(int number, byte[] fingerprint) {
    jdbc.update(
        "insert into content_master_keys (number, fingerprint) values (?, ?) on conflict do"
            + " nothing",
        number,
        fingerprint);
  }

  /** How many data keys are not wrapped by a master key. */
  long notUnder(int number) {
    Long count =
        jdbc.queryForObject(
            "select count(*) from content_keys where master <> ?", Long.class, number);
    return count == null ? 0 : count;
  }

  /** The next data keys that are not wrapped by a master key, after a run's. */
  List<Wrapped> notUnder(int number, UUID after, int limit) {
    return jdbc.query(
        """
        select run_id, wrapped, master from content_keys
        where master <> ? and run_id > ? order by run_id limit ?
        """,
        (row, index) -> wrapped(row),
        number,
        after,
        limit);
  }

  private static Wrapped wrapped(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Wrapped(
        row.getObject("run_id", UUID.class), row.getBytes("wrapped"), row.getInt("master"));
  }

  /** The stored data key of a run, if there is one. */
  List<Wrapped> find(UUID runId) {
    return jdbc.query(
        "select run_id, wrapped, master from content_keys where run_id = ?",
        (row, index) -> wrapped(row),
        runId);
  }

  /** Writes a data key in place of the stored one. */
  void replace(Wrapped key) {
    jdbc.update("delete from content_keys where run_id = ?", key.runId());
    insert(key);
  }

  private void insert(Wrapped key) {
    jdbc.update(
        """
        insert into content_keys (run_id, wrapped, master) values (?, ?, ?) on conflict do nothing
        """,
        key.runId(),
        key.bytes(),
        key.master());
  }

  /**
   * The seal of rows; its key is made with the database's first row.
   *
   * @throws MasterKeyException if rows are sealed, and the key is gone
   */
  RowSeal seal(MasterKeys master) {
    if (find(MasterKeys.SEALS).isEmpty()) {
      if (Boolean.TRUE.equals(jdbc.queryForObject(RECORDED, Boolean.class))) {
        throw new MasterKeyException(
            "the key of the rows' seals is gone from the database: it was edited");
      }
      insert(
          new Wrapped(
              MasterKeys.SEALS, master.newKey(MasterKeys.SEALS).wrapped(), master.number()));
    }
    Wrapped key = find(MasterKeys.SEALS).getFirst();
    return master.seal(key.bytes(), key.master());
  }
}
