package glassbox.contracts.run;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that did not add up and was refused.
 *
 * @param id of the alarm
 * @param runId the run that the record claimed
 * @param pass its pass
 * @param blockHash hex SHA-256 of the refused block
 * @param maxResidual largest absolute residual in nats; null where it was not a number
 * @param raisedAt when it was refused
 * @param acknowledgedAt when somebody acknowledged it; null while it holds integrity down
 */
public record Alarm(
    UUID id,
    UUID runId,
    int pass,
    String blockHash,
    @Nullable Double maxResidual,
    Instant raisedAt,
    @Nullable Instant acknowledgedAt) {}
