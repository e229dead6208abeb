package glassbox.audit.log;

import glassbox.ledger.log.LogEntry;
import glassbox.ledger.merkle.Hash;
import java.time.Instant;
import java.util.UUID;

/** A run with its place in the log; its hash is that of the envelope stored now. */
record LoggedRun(long index, UUID runId, Hash recordHash, Instant recordedAt) {
  byte[] entry() {
    return new LogEntry(LogEntry.Kind.RUN, recordHash).bytes();
  }
}
