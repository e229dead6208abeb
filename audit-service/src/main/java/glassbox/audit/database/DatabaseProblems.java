package glassbox.audit.database;

import glassbox.shell.problem.ProblemException;
import glassbox.shell.problem.ProblemMapping;
import glassbox.shell.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;
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

  private final DatabaseOutage outage;

  DatabaseProblems(DatabaseOutage outage) {
    this.outage = outage;
  }

  @Override
  public Optional<ProblemException> map(Throwable exception) {
    return outage.met(exception)
        ? Optional.of(
            UNAVAILABLE
                .because("Send the same request again; recording is idempotent.")
                .retryAfter(RETRY_AFTER))
        : Optional.empty();
  }
}
