package glassbox.audit.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The right to integrate: a session of the database that holds the advisory lock. Whatever decides
 * an index is written through this very session, so who lost the lock cannot write.
 */
final class LogLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogLock.class);

  /** "glassbox" in ASCII. */
  private static final long KEY = 0x676c617373626f78L;

  private final Connection connection;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  private LogLock(Connection connection, SingleConnectionDataSource session) {
    this.connection = connection;
    this.jdbc = new JdbcTemplate(session);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(session));
  }

  /**
   * Takes the lock.
   *
   * @throws DataAccessException if another session holds it for longer than {@code timeout}, or the
   *     database is away
   */
  static LogLock take(DataSource database, Duration timeout) throws SQLException {
    Connection connection = database.getConnection();
    LogLock lock = new LogLock(connection, new SingleConnectionDataSource(connection, true));
    try {
      lock.jdbc.execute("set lock_timeout = " + timeout.toMillis());
      lock.jdbc.execute("select pg_advisory_lock(" + KEY + ")");
      lock.jdbc.execute("set lock_timeout = 0");
      return lock;
    } catch (DataAccessException e) {
      lock.close();
      throw e;
    }
  }

  /** Statements in the session. */
  JdbcTemplate jdbc() {
    return jdbc;
  }

  /** Transactions in the session. */
  TransactionTemplate transaction() {
    return transaction;
  }

  /** Gives up the lock: where that cannot be said to the database any more, by cutting it off. */
  @Override
  public void close() {
    try {
      jdbc.execute("select pg_advisory_unlock_all()");
      connection.close();
    } catch (DataAccessException | SQLException broken) {
      LOG.debug("the log's session is cut", broken);
      cut();
    }
  }

  private void cut() {
    try {
      connection.abort(Runnable::run);
      connection.close();
    } catch (SQLException gone) {
      LOG.trace("the log's session has ended", gone);
    }
  }
}
