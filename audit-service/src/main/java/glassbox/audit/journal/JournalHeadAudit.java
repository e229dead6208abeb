package glassbox.audit.journal;

import glassbox.audit.seal.RowAudit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** That no number of the journal is missing, at its end neither. */
@Component
final class JournalHeadAudit implements RowAudit {
  private static final String NUMBERS =
      "select count(*) as lines, coalesce(max(number), -1) as last from journal";

  private final DataSource database;
  private final JournalHead head;

  JournalHeadAudit(DataSource database, JournalHead head) {
    this.database = database;
    this.head = head;
  }

  @Override
  public boolean isQuick() {
    return true;
  }

  /**
   * Asks the present, on a connection of its own: the head may be ahead of the snapshot, whose
   * transaction holds every other connection of this thread.
   */
  @Override
  public void checkRest(JdbcTemplate snapshot, Report report) {
    try (Connection present = database.getConnection()) {
      long given = head.number();
      new JdbcTemplate(new SingleConnectionDataSource(present, true))
          .query(NUMBERS, (RowCallbackHandler) row -> missing(row, given, report));
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the journal cannot be counted", e);
    }
  }

  private static void missing(ResultSet row, long given, Report report) throws SQLException {
    long missing = Math.max(row.getLong("last"), given) + 1 - row.getLong("lines");
    if (missing != 0) {
      report.found(null, missing + " lines of the journal are missing");
    }
  }
}
