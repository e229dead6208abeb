package glassbox.ledger.log;

import glassbox.ledger.checkpoint.VerifiedCheckpoint;
import glassbox.ledger.merkle.ConsistencyProof;
import glassbox.ledger.merkle.InclusionProof;
import glassbox.ledger.merkle.ProofVerifier;
import glassbox.ledger.merkle.TreeHasher;
import glassbox.ledger.merkle.TreeHead;

/** The outsider's checks. Needs no server and no file: only what it is given. Never throws. */
public final class LogVerifier {
  private LogVerifier() {}

  /** Whether the entry stands in the log under the checkpoint, at the proof's index. */
  public static LogVerdict inclusion(
      VerifiedCheckpoint checkpoint, byte[] entry, InclusionProof proof) {
    TreeHead head = checkpoint.head();
    if (proof.size() != head.size()) {
      return rejected(
          "the proof is for a log of %d entries, the checkpoint has %d", proof.size(), head.size());
    }
    if (proof.index() < 0 || proof.index() >= proof.size()) {
      return rejected("the proof's index %d is not in the log", proof.index());
    }
    return ProofVerifier.includes(head, TreeHasher.leaf(entry), proof)
        ? new LogVerdict.Accepted()
        : rejected("the entry is not in the log at index %d", proof.index());
  }

  /**
   * Whether the newer checkpoint's log is the older one's with entries appended. From the empty log
   * everything was appended: only a proof without hashes is accepted there.
   */
  public static LogVerdict consistency(
      VerifiedCheckpoint older, VerifiedCheckpoint newer, ConsistencyProof proof) {
    if (!older.checkpoint().origin().equals(newer.checkpoint().origin())) {
      return rejected("the checkpoints are of different logs");
    }
    TreeHead from = older.head();
    TreeHead to = newer.head();
    if (proof.oldSize() != from.size() || proof.newSize() != to.size()) {
      return rejected(
          "the proof is from %d to %d entries, the checkpoints from %d to %d",
          proof.oldSize(), proof.newSize(), from.size(), to.size());
    }
    boolean holds =
        from.size() == 0 ? proof.hashes().isEmpty() : ProofVerifier.consistent(from, to, proof);
    return holds
        ? new LogVerdict.Accepted()
        : rejected("the log of %d entries does not extend that of %d", to.size(), from.size());
  }

  private static LogVerdict rejected(String reason, Object... values) {
    return new LogVerdict.Rejected(reason.formatted(values));
  }
}
