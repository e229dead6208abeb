package glassbox.audit.log;

import glassbox.ledger.log.LogEntry;
import glassbox.ledger.merkle.Hash;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record with its place in the log; its hash is that of the record stored now.
 *
 * @param id of the run, for a run and for its erasure; the first id of the month, for a retention
 * @param tenant whose run it is; null for what is no run
 * @param recordedAt when the run was recorded; null for what is no run
 */
record LoggedRecord(
    long index,
    LogEntry.Kind kind,
    UUID id,
    Hash recordHash,
    @Nullable String tenant,
    @Nullable Instant recordedAt) {
  byte[] entry() {
    return new LogEntry(kind, recordHash).bytes();
  }
}
