package glassbox.audit.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says once that the database is away, and once that it is back, however many requests and jobs
 * meet it meanwhile.
 */
@Component
public class DatabaseOutage {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseOutage.class);
  private static final int DEEPEST = 20;
  private static final String CLOSED = "Connection is closed";

  private final ObjectProvider<JdbcTemplate> jdbc;
  private final Clock clock;
  private @Nullable Instant since;

  /** The database is asked later: a start must not wait for it here. */
  DatabaseOutage(ObjectProvider<JdbcTemplate> jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether a failure is that the database cannot be reached, or went away in the middle. */
  public static boolean isOne(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof SQLException sql && isUnavailable(sql)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /**
   * Class 08: connection; 57P: shut down or crashed; 53: out of connections, memory or disk. A
   * connection that the pool gave up in the middle has a message only.
   */
  private static boolean isUnavailable(SQLException exception) {
    @Nullable String state = exception.getSQLState();
    return CLOSED.equals(exception.getMessage())
        || exception instanceof SQLTransientConnectionException
        || exception instanceof SQLNonTransientConnectionException
        || (state != null
            && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")));
  }

  /** Takes a failure. Whether it is an outage; then whoever met it need not say so. */
  public synchronized boolean met(Throwable failure) {
    if (!isOne(failure)) {
      return false;
    }
    if (since == null) {
      since = clock.instant();
      LOG.warn("the database is away: {}", oneLine(failure));
    }
    return true;
  }

  private static String oneLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  @Scheduled(fixedDelayString = "PT0.5S")
  synchronized void ask() {
    Instant began = since;
    if (began == null) {
      return;
    }
    try {
      jdbc.getObject().execute("select 1");
      since = null;
      long seconds = Duration.between(began, clock.instant()).toSeconds();
      LOG.info("the database is back after {} s", seconds);
    } catch (DataAccessException stillAway) {
      LOG.debug("the database is still away");
    }
  }
}
