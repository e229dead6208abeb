package glassbox.contracts.run;

import java.time.Instant;
import java.util.UUID;

/** One line of the list of runs. */
public record RunSummary(
    UUID runId,
    String tenant,
    RunEnvelope.Kind kind,
    String federation,
    Instant startedAt,
    Decision decision,
    int tokens,
    double maxResidual) {}
