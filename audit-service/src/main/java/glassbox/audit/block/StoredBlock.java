package glassbox.audit.block;

import java.util.UUID;

/**
 * A block as it is kept.
 *
 * @param hash lower-case hex SHA-256
 * @param runId the run it names
 * @param pass its pass
 * @param tokens how many it records
 * @param maxResidual largest absolute residual, nats
 * @param medianResidual median absolute residual, nats
 * @param bytes in block format, without its content; not copied, must not be changed
 */
@SuppressWarnings(
    "ArrayRecordComponent") // the bytes of a block are read, hashed and sent, never compared
public record StoredBlock(
    String hash,
    UUID runId,
    int pass,
    int tokens,
    double maxResidual,
    double medianResidual,
    byte[] bytes) {}
