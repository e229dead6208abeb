package glassbox.audit.export;

import glassbox.contracts.generation.SpecialistShare;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in an export of runs.
 *
 * @param runId the run
 * @param startedAt when it started
 * @param federation who answered
 * @param kind of the run
 * @param decision how it ended
 * @param tokens of all passes
 * @param maxResidual largest absolute residual, nats
 * @param medianResidual nats
 * @param recordHash of the envelope
 * @param logIndex of its entry in the log; null until it is there
 * @param shares of the specialists in the answer
 * @param envelope its JSON in the canonical form, of which the record hash is
 */
public record RunRow(
    String runId,
    Instant startedAt,
    String federation,
    String kind,
    String decision,
    int tokens,
    double maxResidual,
    double medianResidual,
    String recordHash,
    @Nullable Long logIndex,
    List<SpecialistShare> shares,
    String envelope) {
  public RunRow {
    shares = List.copyOf(shares);
  }
}
