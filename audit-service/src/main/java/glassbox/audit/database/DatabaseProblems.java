package glassbox.audit.database;

import glassbox.shell.problem.ProblemException;
import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.ProblemType;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A database that cannot be reached, or went away in the middle: 503. What was sent may or may not
 * have been recorded; sending it again is safe.
 */
final class DatabaseProblems implements ProblemMapping {
  private static final ProblemType UNAVAILABLE =
      new ProblemType(
          "database-unavailable",
          HttpStatus.SERVICE_UNAVAILABLE,
          "The audit database cannot be reached");

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
  private static final int DEEPEST = 20;

  @Override
  public Optional<ProblemException> map(Throwable exception) {
    Throwable cause = exception;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof SQLException sql && isUnavailable(sql)) {
        return Optional.of(
            UNAVAILABLE
                .because("Send the same request again; recording is idempotent.")
                .retryAfter(RETRY_AFTER));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /** Class 08: connection; 57P: shut down or crashed; 53: out of connections, memory or disk. */
  private static boolean isUnavailable(SQLException exception) {
    @Nullable String state = exception.getSQLState();
    return exception instanceof SQLTransientConnectionException
        || exception instanceof SQLNonTransientConnectionException
        || (state != null
            && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")));
  }
}
