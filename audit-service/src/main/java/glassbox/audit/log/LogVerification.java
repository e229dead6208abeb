package glassbox.audit.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of the whole log found.
 *
 * @param consistent whether nothing was found
 * @param entries leaves whose envelope was hashed again
 * @param checkpoints published checkpoints whose signature and root were checked
 * @param size leaves of the last of them
 * @param findings the first 100
 * @param startedAt when it began
 * @param milliseconds how long it took
 */
public record LogVerification(
    boolean consistent,
    long entries,
    long checkpoints,
    long size,
    List<Finding> findings,
    Instant startedAt,
    long milliseconds) {

  public LogVerification {
    findings = List.copyOf(findings);
  }

  /**
   * Something that is not as it was recorded.
   *
   * @param index of the leaf, if it is about one
   * @param runId of the run, if it is about one
   */
  public record Finding(@Nullable Long index, @Nullable UUID runId, String message) {}
}
