package glassbox.lab.verify;

import glassbox.ledger.bundle.Bundle;
import glassbox.ledger.bundle.BundledRun;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.checkpoint.MalformedCheckpointException;
import glassbox.ledger.checkpoint.UntrustedCheckpointException;
import glassbox.ledger.checkpoint.VerifiedCheckpoint;
import glassbox.ledger.log.LogEntry;
import glassbox.ledger.log.LogVerdict;
import glassbox.ledger.log.LogVerifier;
import glassbox.ledger.merkle.ConsistencyProof;
import glassbox.ledger.merkle.InclusionProof;
import glassbox.ledger.note.MalformedNoteException;
import glassbox.ledger.run.RunRecordHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks that need the log's keys: signature, growth, inclusion. */
final class LogChecks {
  private final CheckpointVerifier trust;
  private final Optional<byte[]> older;
  private @Nullable VerifiedCheckpoint believed;

  LogChecks(CheckpointVerifier trust, Optional<byte[]> older) {
    this.trust = trust;
    this.older = older;
  }

  /** First of the checks: the others need the checkpoint that it believes. */
  CheckResult checkpoint(Bundle bundle) {
    try {
      VerifiedCheckpoint verified =
          trust.verify(bundle.checkpoint().getBytes(StandardCharsets.UTF_8));
      believed = verified;
      int others = verified.note().signatures().size() - 1 - verified.cosignatures().size();
      return CheckResult.held(
          Check.CHECKPOINT,
          "the log %s of %d records is signed by a trusted key; cosigned by %d known witnesses%s",
          verified.checkpoint().origin(),
          verified.head().size(),
          verified.cosignatures().size(),
          others == 0 ? "" : "; " + others + " further signature lines were not needed");
    } catch (UntrustedCheckpointException e) {
      return CheckResult.wrong(Check.CHECKPOINT, "%s", String.valueOf(e.getMessage()));
    } catch (MalformedNoteException | MalformedCheckpointException e) {
      return CheckResult.unjudged(
          Check.CHECKPOINT, "the checkpoint cannot be read: %s", String.valueOf(e.getMessage()));
    }
  }

  CheckResult growth(Bundle bundle) {
    if (older.isEmpty()) {
      return CheckResult.notChecked(
          Check.GROWTH, "no earlier checkpoint was given (--older); keep this one for next time");
    }
    VerifiedCheckpoint now = believed;
    if (now == null) {
      return CheckResult.notChecked(Check.GROWTH, "the bundle's checkpoint is not believed");
    }
    try {
      return growth(bundle, trust.verify(older.get()), now);
    } catch (UntrustedCheckpointException
        | MalformedNoteException
        | MalformedCheckpointException e) {
      return CheckResult.unjudged(
          Check.GROWTH,
          "the earlier checkpoint is not believed: %s",
          String.valueOf(e.getMessage()));
    }
  }

  private static CheckResult growth(
      Bundle bundle, VerifiedCheckpoint before, VerifiedCheckpoint now) {
    long from = before.head().size();
    long to = now.head().size();
    if (from > to) {
      return CheckResult.unjudged(
          Check.GROWTH, "the checkpoint of --older has %d records, the bundle's only %d", from, to);
    }
    boolean given = bundle.growth().map(growth -> growth.from() == from).orElse(false);
    if (!given && from > 0 && from < to) {
      return CheckResult.unjudged(
          Check.GROWTH,
          "the bundle has no proof from %d records: ask for it with from=%d",
          from,
          from);
    }
    ConsistencyProof proof =
        new ConsistencyProof(from, to, given ? bundle.growth().orElseThrow().hashes() : List.of());
    return switch (LogVerifier.consistency(before, now, proof)) {
      case LogVerdict.Accepted accepted ->
          CheckResult.held(
              Check.GROWTH, "the first %d of the %d records are unchanged since then", from, to);
      case LogVerdict.Rejected rejected ->
          CheckResult.wrong(
              Check.GROWTH, "the log was rewritten, or there are two: %s", rejected.reason());
    };
  }

  CheckResult inclusion(BundledRun run) {
    VerifiedCheckpoint now = believed;
    if (now == null) {
      return CheckResult.notChecked(Check.INCLUSION, "the bundle's checkpoint is not believed");
    }
    String recordHash = RunRecordHash.of(run.envelope());
    LogVerdict verdict =
        LogVerifier.inclusion(
            now,
            LogEntry.run(recordHash).bytes(),
            new InclusionProof(run.index(), now.head().size(), run.inclusion()));
    return switch (verdict) {
      case LogVerdict.Accepted accepted ->
          CheckResult.held(
              Check.INCLUSION, "record %s stands at place %d", recordHash, run.index());
      case LogVerdict.Rejected rejected ->
          CheckResult.wrong(
              Check.INCLUSION,
              "record %s is not proved to stand at place %d: it was changed, or belongs to"
                  + " another place (%s)",
              recordHash,
              run.index(),
              rejected.reason());
    };
  }
}
