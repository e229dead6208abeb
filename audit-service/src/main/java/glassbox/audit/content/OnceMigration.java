package glassbox.audit.content;

import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A migration that needs the keys, so that SQL cannot do it: brings what an older release recorded
 * to this one's form, once, in one transaction. Has no checksum, as no text says what it does.
 */
abstract sealed class OnceMigration implements JavaMigration
    permits SealMigration, JournalMigration {
  private static final int FETCH = 500;

  private final MigrationVersion version;
  private final String description;
  private final ContentSettings settings;

  OnceMigration(String version, String description, ContentSettings settings) {
    this.version = MigrationVersion.fromVersion(version);
    this.description = description;
    this.settings = settings;
  }

  @Override
  public final MigrationVersion getVersion() {
    return version;
  }

  @Override
  public final String getDescription() {
    return description;
  }

  @Override
  public final @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public final boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public final void migrate(Context context) {
    JdbcTemplate jdbc =
        new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
    jdbc.setFetchSize(FETCH);
    if (Boolean.TRUE.equals(
        jdbc.queryForObject("select exists (" + recorded() + ")", Boolean.class))) {
      migrate(context.getConnection(), jdbc);
    }
  }

  /** The query whose rows are what there is to migrate; nothing is done if it has none. */
  abstract String recorded();

  /** Migrates what is there; the template is of the same connection. */
  abstract void migrate(Connection connection, JdbcTemplate jdbc);

  /** The keys of this database as its table has them. */
  final MasterKeys keys(MasterKeyTable table) {
    return new MasterKeyOpening(settings, table).open();
  }

  /** Does a step while rows of a table may be changed. */
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
