package glassbox.audit.content;

import java.time.Instant;
import java.util.UUID;

/**
 * A recorded erasure.
 *
 * @param number in the order of recording, rising, with gaps
 * @param runId whose content was destroyed
 * @param tenant whose run it is
 * @param by name of the key that asked for it
 * @param at when
 */
public record Erasure(long number, UUID runId, String tenant, String by, Instant at) {}
