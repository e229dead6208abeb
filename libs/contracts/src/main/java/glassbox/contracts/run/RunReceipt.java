package glassbox.contracts.run;

import glassbox.contracts.generation.RecordState;
import java.util.UUID;

/** A recorded run: {@code recordHash} is the hex SHA-256 of the canonical envelope. */
public record RunReceipt(UUID runId, String recordHash, RecordState state) {}
