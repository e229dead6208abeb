package glassbox.audit.block;

import glassbox.audit.seal.RowAudit;
import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.MalformedBlockException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of blocks: their bytes by their hashes, everything else by their seals. */
@Component
final class BlockRowAudit implements RowAudit {
  /** A block may have 16 MiB. */
  private static final int FETCH = 16;

  private static final String SELECT =
      "select " + SealedTable.BLOCKS.columns() + ", bytes, seal from blocks b ";
  private static final String ABSENT =
      """
      select run_id, hash from run_blocks r where run_id = any(?)
        and not exists (select from blocks b where b.run_id = r.run_id and b.hash = r.hash)
      """;

  private final RowSeal seals;

  BlockRowAudit(RowSeal seals) {
    this.seals = seals;
  }

  @Override
  public void checkRuns(JdbcTemplate snapshot, Map<UUID, String> envelopes, Report report) {
    Object[] runs = envelopes.keySet().toArray();
    few(snapshot)
        .query(
            SELECT + "where run_id = any(?)",
            statement ->
                statement.setArray(1, statement.getConnection().createArrayOf("uuid", runs)),
            row -> {
              check(row, report);
            });
    snapshot.query(
        ABSENT,
        statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", runs)),
        row -> {
          UUID run = row.getObject("run_id", UUID.class);
          String hash = HexFormat.of().formatHex(row.getBytes("hash"));
          report.found(run, "block " + hash + " of run " + run + " is not there");
        });
  }

  /** Of producers that ended before their run did. */
  @Override
  public void checkRest(JdbcTemplate snapshot, Report report) {
    few(snapshot)
        .query(
            SELECT
                + "where not exists (select from log_entries e"
                + " where e.kind = 'RUN' and e.record_id = b.run_id)",
            row -> {
              check(row, report);
            });
  }

  private static JdbcTemplate few(JdbcTemplate snapshot) {
    JdbcTemplate few = new JdbcTemplate(java.util.Objects.requireNonNull(snapshot.getDataSource()));
    few.setFetchSize(FETCH);
    return few;
  }

  private void check(ResultSet row, Report report) throws SQLException {
    UUID run = row.getObject("run_id", UUID.class);
    String hash = HexFormat.of().formatHex(row.getBytes("hash"));
    if (!seals.fits(SealedTable.BLOCKS, row) || !hash.equals(computed(row.getBytes("bytes")))) {
      report.found(run, "block " + hash + " of run " + run + " is not as it was recorded");
    }
  }

  private static String computed(byte[] bytes) {
    try {
      return BlockHash.of(bytes);
    } catch (MalformedBlockException e) {
      return "";
    }
  }
}
