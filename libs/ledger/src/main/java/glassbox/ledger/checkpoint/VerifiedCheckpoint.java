package glassbox.ledger.checkpoint;

import glassbox.ledger.merkle.TreeHead;
import glassbox.ledger.note.Note;
import java.util.List;

/** A checkpoint that a {@link CheckpointVerifier} believed; there is no other way to get one. */
public final class VerifiedCheckpoint {
  private final Checkpoint checkpoint;
  private final Note note;
  private final List<Cosignature> cosignatures;

  VerifiedCheckpoint(Checkpoint checkpoint, Note note, List<Cosignature> cosignatures) {
    this.checkpoint = checkpoint;
    this.note = note;
    this.cosignatures = List.copyOf(cosignatures);
  }

  /** Origin, head and extensions. */
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** Size and root. */
  public TreeHead head() {
    return checkpoint.head();
  }

  /** The note as it was signed, with the lines of unknown keys too. */
  public Note note() {
    return note;
  }

  /** By known witnesses, at most one each. */
  public List<Cosignature> cosignatures() {
    return cosignatures;
  }
}
