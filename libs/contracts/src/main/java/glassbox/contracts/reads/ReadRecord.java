package glassbox.contracts.reads;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A read of the audit, recorded before it was answered: also one that then found nothing.
 *
 * @param id UUIDv7
 * @param tenant whose records were asked for
 * @param reader name of the key that asked; {@code service} for a call without one
 * @param kind what was read: runs, run, tokens, block, bundle, proof, alarms, reads, or the name of
 *     a report
 * @param runId the run, where it is about one
 * @param detail the request's parameters, without the tenant
 * @param purpose what for, as the reader said; null where they did not
 * @param readAt when
 */
public record ReadRecord(
    UUID id,
    String tenant,
    String reader,
    String kind,
    @Nullable UUID runId,
    String detail,
    @Nullable String purpose,
    Instant readAt) {}
