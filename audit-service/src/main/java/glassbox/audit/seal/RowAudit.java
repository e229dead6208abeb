package glassbox.audit.seal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Checks what the log's own leaves do not say: the other rows and columns of recorded runs. Part of
 * the verification of the log; finds, does not throw.
 */
public interface RowAudit {

  /**
   * Checks what some runs have.
   *
   * @param snapshot one moment of the database
   * @param envelopes of the runs, whose hashes are checked already
   */
  default void checkRuns(JdbcTemplate snapshot, Map<UUID, String> envelopes, Report report) {}

  /** Checks what belongs to no run, or to all. */
  default void checkRest(JdbcTemplate snapshot, Report report) {}

  /** Whether {@link #checkRest} is quick enough for a start; else it is done soon after. */
  default boolean isQuick() {
    return false;
  }

  /**
   * Counts again what is derived from the runs, and compares. Takes as long as counting everything,
   * so not at start.
   */
  default void checkDerived(Report report) {}

  /** Takes what is found. */
  @FunctionalInterface
  interface Report {
    /** Something is not as it was recorded; of a run, if it is about one. */
    void found(@Nullable UUID runId, String message);
  }
}
