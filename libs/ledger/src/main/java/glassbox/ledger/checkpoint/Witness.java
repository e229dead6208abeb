package glassbox.ledger.checkpoint;

import glassbox.ledger.merkle.ConsistencyProof;
import glassbox.ledger.merkle.InconsistentTreeException;
import glassbox.ledger.merkle.ProofVerifier;
import glassbox.ledger.merkle.TreeHead;
import glassbox.ledger.note.KeyType;
import glassbox.ledger.note.Note;
import glassbox.ledger.note.SignerKey;
import java.time.Clock;

/**
 * One who looks at a log from outside and cosigns what only grew. Remembers the last head it
 * signed; whoever runs one keeps {@link #seen()} in durable storage. Not thread-safe.
 */
public final class Witness {
  private final SignerKey key;
  private final CheckpointVerifier log;
  private final Clock clock;
  private TreeHead seen;

  /**
   * Requires a key of type COSIGNATURE; {@code seen} is the last head cosigned, or the empty one.
   */
  public Witness(SignerKey key, CheckpointVerifier log, TreeHead seen, Clock clock) {
    if (key.verifier().type() != KeyType.COSIGNATURE) {
      throw new IllegalArgumentException("a witness has a key of the cosignature type");
    }
    this.key = key;
    this.log = log;
    this.seen = seen;
    this.clock = clock;
  }

  /** The last head cosigned. */
  public TreeHead seen() {
    return seen;
  }

  /**
   * The checkpoint with this witness's line.
   *
   * @param proof from the size of {@link #seen()}; not looked at while that is 0
   * @throws InconsistentTreeException if the log did not only grow; nothing is signed
   * @throws RuntimeException as {@link CheckpointVerifier#verify}
   */
  public Note cosign(byte[] signed, ConsistencyProof proof) {
    VerifiedCheckpoint checkpoint = log.verify(signed);
    if (seen.size() > 0 && !ProofVerifier.consistent(seen, checkpoint.head(), proof)) {
      throw new InconsistentTreeException(
          "the checkpoint of %d entries does not extend the one of %d seen before"
              .formatted(checkpoint.head().size(), seen.size()));
    }
    Note note = checkpoint.note();
    Note cosigned = note.with(Cosignature.sign(note.text(), key, clock.instant()));
    seen = checkpoint.head();
    return cosigned;
  }
}
