package glassbox.ledger.checkpoint;

import glassbox.ledger.note.Note;
import glassbox.ledger.note.UnverifiedNoteException;

/**
 * What someone outside must know of a log to believe its checkpoints.
 *
 * @param origin the log's name
 * @param keys all keys it ever had
 * @param witnesses who must have cosigned
 */
public record CheckpointVerifier(String origin, LogKeys keys, WitnessPolicy witnesses) {
  /**
   * Checks a signed checkpoint: form, origin, a signature by a key valid at its size, witnesses.
   *
   * @throws glassbox.ledger.note.MalformedNoteException if the bytes are no signed note
   * @throws MalformedCheckpointException if the note is no checkpoint
   * @throws UntrustedCheckpointException if it must not be believed
   */
  public VerifiedCheckpoint verify(byte[] signed) {
    Note note = Note.parse(signed);
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    if (!checkpoint.origin().equals(origin)) {
      throw new UntrustedCheckpointException("the checkpoint is of another log");
    }
    try {
      note.verify(keys.at(checkpoint.head().size()));
    } catch (UnverifiedNoteException e) {
      throw new UntrustedCheckpointException(
          "no log key of that size signed the checkpoint: " + e.getMessage());
    }
    return new VerifiedCheckpoint(checkpoint, note, witnesses.check(note));
  }
}
