package glassbox.audit.content;

import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.MalformedBlockException;
import glassbox.ledger.block.TokenBlock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Seals what was recorded by a release without seals, once. What blocks say of themselves is
 * computed again first: a block that was changed before is not sealed, and the migration fails.
 */
final class SealMigration extends OnceMigration {
  private static final double TOLERANCE = 1e-9;
  private static final List<SealedTable> RECORDED =
      List.of(
          SealedTable.RUNS,
          SealedTable.BLOCKS,
          SealedTable.ENTRIES,
          SealedTable.CHECKPOINTS,
          SealedTable.COSIGNATURES,
          SealedTable.ERASURES);

  SealMigration(ContentSettings settings) {
    super("33", "seal what was recorded", settings);
  }

  @Override
  String recorded() {
    return "select 1 from runs union all select 1 from blocks"
        + " union all select 1 from log_checkpoints";
  }

  @Override
  void migrate(Connection connection, JdbcTemplate jdbc) {
    RowSeal seals = makeKey(jdbc);
    checkBlocks(jdbc);
    unguarded(
        jdbc,
        SealedTable.ENTRIES,
        () ->
            jdbc.query(
                "select r.run_id, r.tenant from runs r",
                row -> {
                  UUID run = row.getObject(1, UUID.class);
                  jdbc.update(
                      "update log_entries set owner = ? where kind = 'RUN' and record_id = ?",
                      seals.owner(run, row.getString(2)),
                      run);
                }));
    for (SealedTable table : RECORDED) {
      unguarded(jdbc, table, () -> seal(connection, table, seals));
    }
  }

  private RowSeal makeKey(JdbcTemplate jdbc) {
    MasterKeyTable table = new MasterKeyTable(jdbc);
    MasterKeys keys = keys(table);
    byte[] wrapped = keys.newKey(MasterKeys.SEALS).wrapped();
    table.replace(new MasterKeyTable.Wrapped(MasterKeys.SEALS, wrapped, keys.number()));
    return keys.seal(wrapped, keys.number());
  }

  private static void checkBlocks(JdbcTemplate jdbc) {
    jdbc.query(
        "select hash, run_id, pass, tokens, max_residual, median_residual, bytes from blocks",
        row -> {
          String hash = HexFormat.of().formatHex(row.getBytes("hash"));
          if (!isAsRecorded(row, hash)) {
            throw new IllegalStateException(
                "block " + hash + " is not as it was recorded: the database was changed");
          }
        });
  }

  private static boolean isAsRecorded(ResultSet row, String hash) throws SQLException {
    try {
      byte[] bytes = row.getBytes("bytes");
      TokenBlock block = BlockCodec.decode(bytes);
      Reconciliation check = Reconciliation.of(block);
      return BlockHash.of(bytes).equals(hash)
          && block.runId().equals(row.getObject("run_id", UUID.class))
          && block.pass() == row.getInt("pass")
          && block.tokens().size() == row.getInt("tokens")
          && Math.abs(check.max() - row.getDouble("max_residual")) < TOLERANCE
          && Math.abs(check.median() - row.getDouble("median_residual")) < TOLERANCE;
    } catch (MalformedBlockException e) {
      return false;
    }
  }
}
