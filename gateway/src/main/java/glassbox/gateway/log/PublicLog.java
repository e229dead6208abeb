package glassbox.gateway.log;

import glassbox.contracts.run.RecordProof;
import glassbox.contracts.run.RunProof;
import glassbox.gateway.downstream.Audit;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.records.RunRecorder;
import glassbox.ledger.tile.MalformedTileException;
import glassbox.ledger.tile.TileId;
import java.time.YearMonth;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The log as audit keeps it. */
@Component
final class PublicLog {
  /** Fewer than the calls to audit that are let through at a time. */
  private static final int READERS = 8;

  private final Audit audit;
  private final RunRecorder recorder;
  private final Semaphore readers = new Semaphore(READERS);

  PublicLog(Audit audit, RunRecorder recorder) {
    this.audit = audit;
    this.recorder = recorder;
  }

  byte[] checkpoint() {
    return read(audit::checkpoint);
  }

  byte[] tile(String path) {
    TileId id = parse(path);
    return read(() -> audit.tile(id.path()));
  }

  private static TileId parse(String path) {
    try {
      return TileId.parse(path);
    } catch (MalformedTileException e) {
      throw new TileUnknown();
    }
  }

  void cosign(byte[] checkpoint) {
    read(
        () -> {
          audit.cosign(checkpoint);
          return true;
        });
  }

  private <T> T read(Supplier<T> call) {
    if (!readers.tryAcquire()) {
      throw new LogBusy();
    }
    try {
      return call.get();
    } finally {
      readers.release();
    }
  }

  RecordProof erasure(UUID id, String tenant) {
    return integrated(() -> audit.erasure(id, tenant));
  }

  RecordProof retention(YearMonth month) {
    return integrated(() -> audit.retention(month));
  }

  private static RecordProof integrated(Supplier<RecordProof> proof) {
    try {
      return proof.get();
    } catch (DownstreamRefused e) {
      if (e.is("not-yet-integrated")) {
        throw new NotIntegrated();
      }
      throw e;
    }
  }

  RunProof proof(UUID id, String tenant, @Nullable Long from) {
    try {
      return audit.proof(id, tenant, from);
    } catch (DownstreamRefused e) {
      if (e.is("not-yet-integrated") || (e.is("run-not-found") && recorder.isPending(id, tenant))) {
        throw new NotIntegrated();
      }
      throw e;
    }
  }
}
