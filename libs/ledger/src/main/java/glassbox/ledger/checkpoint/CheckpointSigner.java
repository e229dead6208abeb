package glassbox.ledger.checkpoint;

import glassbox.ledger.merkle.ConsistencyProof;
import glassbox.ledger.merkle.InconsistentTreeException;
import glassbox.ledger.merkle.ProofVerifier;
import glassbox.ledger.merkle.TreeHead;
import glassbox.ledger.note.Note;
import glassbox.ledger.note.SignerKey;

/** The log's pen. It signs a head only after a proof that the head extends the one before. */
public final class CheckpointSigner {
  private final String origin;
  private final SignerKey key;

  /** Requires the key in use of {@code keys}, else IllegalArgumentException. */
  public CheckpointSigner(String origin, SignerKey key, LogKeys keys) {
    if (!keys.current().equals(key.verifier())) {
      throw new IllegalArgumentException("only the log's current key may sign");
    }
    this.origin = origin;
    this.key = key;
  }

  /** The log's first checkpoint: of the empty tree. */
  public Note first() {
    return sign(TreeHead.EMPTY);
  }

  /**
   * Signs the next head.
   *
   * @param last the head that was signed before
   * @param next of at least its size
   * @param proof that next extends last; not looked at if last is the empty tree
   * @throws InconsistentTreeException if it does not; nothing is signed
   */
  public Note next(TreeHead last, TreeHead next, ConsistencyProof proof) {
    if (last.size() > 0 && !ProofVerifier.consistent(last, next, proof)) {
      throw new InconsistentTreeException(
          "the tree of %d entries does not extend the signed one of %d: nothing was signed"
              .formatted(next.size(), last.size()));
    }
    return sign(next);
  }

  private Note sign(TreeHead head) {
    return Note.sign(new Checkpoint(origin, head).text(), key);
  }
}
