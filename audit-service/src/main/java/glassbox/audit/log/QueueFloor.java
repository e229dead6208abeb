package glassbox.audit.log;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Up to where the queue is done for good, so that a search need not start at its beginning. A
 * position may become visible after a higher one; it cannot any more once every transaction has
 * ended that began to write before the higher one was seen. Not thread-safe.
 */
final class QueueFloor {
  private long done;
  private @Nullable Candidate candidate;

  /** Everything up to {@code position} was drawn by transactions before {@code transaction}. */
  private record Candidate(long position, long transaction) {}

  /** Everything up to here is sequenced. */
  long position() {
    return done;
  }

  /** Asks before a search, in its transaction: whether the candidate can no longer grow. */
  boolean isSettled(JdbcTemplate jdbc) {
    Candidate waiting = candidate;
    return waiting != null
        && number(jdbc, "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
            > waiting.transaction();
  }

  /** After a search that left nothing, which began with {@code settled}. */
  void searched(JdbcTemplate jdbc, boolean settled) {
    if (settled && candidate != null) {
      done = candidate.position();
      candidate = null;
    }
    if (candidate == null) {
      long last = number(jdbc, "select coalesce(max(position), 0) from log_queue");
      if (last > done) {
        candidate = new Candidate(last, number(jdbc, "select pg_current_xact_id()::text::bigint"));
      }
    }
  }

  private static long number(JdbcTemplate jdbc, String query) {
    Long value = jdbc.queryForObject(query, Long.class);
    return value == null ? 0 : value;
  }
}
