package glassbox.audit.content;

import glassbox.audit.seal.RowAudit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.stereotype.Component;

/**
 * The rows of content: each opens, under its own key, as the part that it says it is; what was kept
 * is there, or there is a record of its erasure; what was erased is gone.
 */
@Component
final class ContentRowAudit implements RowAudit {
  /** A part may have as much as a block. */
  private static final int FETCH = 16;

  private static final String PARTS =
      """
      select c.run_id, c.part, c.sealed, k.wrapped, k.master
      from contents c left join content_keys k using (run_id)
      """;
  private static final String KEYS =
      """
      select run_id, wrapped, master from content_keys k
      where not exists (select from contents c where c.run_id = k.run_id)
      """;
  private static final String LOST =
      """
      select r.run_id, null as hash from runs r
      where run_id = any(?) and content_kept
        and not exists (select from erasures e where e.run_id = r.run_id)
        and not exists (select from contents c where c.run_id = r.run_id and c.part = 'text')
      union all
      select b.run_id, b.hash from blocks b join run_blocks n using (run_id, hash)
      join runs r using (run_id)
      where run_id = any(?) and b.content_kept and r.content_kept
        and not exists (select from erasures e where e.run_id = b.run_id)
        and not exists (
          select from contents c
          where c.run_id = b.run_id and c.part = 'block:' || encode(b.hash, 'hex'))
      """;
  private static final String ERASED =
      """
      select run_id from erasures e
      where exists (select from contents c where c.run_id = e.run_id)
        or exists (select from content_keys k where k.run_id = e.run_id)
      """;

  private final MasterKeys keys;

  ContentRowAudit(MasterKeys keys) {
    this.keys = keys;
  }

  @Override
  public void checkRuns(JdbcTemplate snapshot, Map<UUID, String> envelopes, Report report) {
    Object[] runs = envelopes.keySet().toArray();
    PreparedStatementSetter twice =
        statement -> {
          var array = statement.getConnection().createArrayOf("uuid", runs);
          statement.setArray(1, array);
          statement.setArray(2, array);
        };
    snapshot.query(
        LOST,
        twice,
        row -> {
          UUID run = row.getObject("run_id", UUID.class);
          byte[] hash = row.getBytes("hash");
          String what =
              hash == null
                  ? "the text"
                  : "the token ids of block " + HexFormat.of().formatHex(hash);
          report.found(run, what + " of run " + run + " is gone, and no erasure is recorded");
        });
  }

  @Override
  public void checkRest(JdbcTemplate snapshot, Report report) {
    JdbcTemplate few = new JdbcTemplate(java.util.Objects.requireNonNull(snapshot.getDataSource()));
    few.setFetchSize(FETCH);
    few.query(
        PARTS,
        row -> {
          UUID run = row.getObject("run_id", UUID.class);
          byte[] wrapped = row.getBytes("wrapped");
          open(
              run,
              () ->
                  keys.unwrap(run, wrapped, row.getInt("master"))
                      .open(row.getString("part"), row.getBytes("sealed")),
              report);
        });
    few.query(
        KEYS,
        row -> {
          UUID run = row.getObject("run_id", UUID.class);
          open(run, () -> keys.unwrap(run, row.getBytes("wrapped"), row.getInt("master")), report);
        });
    List<byte[]> inUse =
        snapshot.queryForList(
            "select fingerprint from content_master_keys"
                + " where number = ? and number = (select max(number) from content_master_keys)",
            byte[].class,
            keys.number());
    if (inUse.size() != 1 || !keys.isInUse(inUse.getFirst())) {
      report.found(null, "the list of master keys is not as it was written");
    }
    List<UUID> erased = snapshot.queryForList(ERASED, UUID.class);
    erased.forEach(
        run -> report.found(run, "run " + run + " has content, but its erasure is recorded"));
  }

  /** Reads and opens something. */
  private interface Opening {
    Object open() throws java.sql.SQLException;
  }

  private static void open(UUID run, Opening opening, Report report) throws java.sql.SQLException {
    try {
      var unused = opening.open();
    } catch (ContentDamagedException e) {
      report.found(run, String.valueOf(e.getMessage()));
    }
  }
}
