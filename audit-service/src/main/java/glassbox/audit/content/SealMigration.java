package glassbox.audit.content;

import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.MalformedBlockException;
import glassbox.ledger.block.TokenBlock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Seals what was recorded by a release without seals, once. What blocks say of themselves is
 * computed again first: a block that was changed before is not sealed, and the migration fails.
 */
final class SealMigration implements JavaMigration {
  private static final double TOLERANCE = 1e-9;
  private static final int FETCH = 500;
  private static final List<SealedTable> RECORDED =
      List.of(
          SealedTable.RUNS,
          SealedTable.BLOCKS,
          SealedTable.ENTRIES,
          SealedTable.CHECKPOINTS,
          SealedTable.COSIGNATURES,
          SealedTable.ERASURES);

  private final ContentSettings settings;

  SealMigration(ContentSettings settings) {
    this.settings = settings;
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("33");
  }

  @Override
  public String getDescription() {
    return "seal what was recorded";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    jdbc.setFetchSize(FETCH);
    if (isEmpty(jdbc)) {
      return;
    }
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

  private static boolean isEmpty(JdbcTemplate jdbc) {
    return Boolean.FALSE.equals(
        jdbc.queryForObject(
            "select exists (select from runs) or exists (select from blocks)"
                + " or exists (select from log_checkpoints)",
            Boolean.class));
  }

  private RowSeal makeKey(JdbcTemplate jdbc) {
    MasterKeyTable table = new MasterKeyTable(jdbc);
    MasterKeys keys = new MasterKeyOpening(settings, table).open();
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

  static void unguarded(JdbcTemplate jdbc, SealedTable table, Runnable step) {
    jdbc.execute("alter table only " + table.table() + " disable trigger insert_only");
    step.run();
    jdbc.execute("alter table only " + table.table() + " enable trigger insert_only");
  }

  /** Gives every row of a table its seal. */
  static void seal(Connection connection, SealedTable table, RowSeal seals) {
    List<String> key = table.key();
    String where = String.join(" = ? and ", key) + " = ?";
    try (Statement select = connection.createStatement();
        PreparedStatement update =
            connection.prepareStatement(
                "update " + table.table() + " set seal = ? where " + where)) {
      select.setFetchSize(FETCH);
      try (ResultSet row =
          select.executeQuery("select " + table.columns() + " from " + table.table())) {
        while (row.next()) {
          update.setBytes(1, seals.of(table, table.read(row)));
          for (int i = 0; i < key.size(); i++) {
            update.setObject(2 + i, row.getObject(key.get(i)));
          }
          update.addBatch();
          if (row.getRow() % FETCH == 0) {
            update.executeBatch();
          }
        }
      }
      update.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("the rows of " + table.table() + " cannot be sealed", e);
    }
  }
}
