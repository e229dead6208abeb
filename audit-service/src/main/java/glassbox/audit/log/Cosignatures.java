package glassbox.audit.log;

import glassbox.audit.log.CosignatureRefusedException.Reason;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.checkpoint.UntrustedCheckpointException;
import glassbox.ledger.checkpoint.VerifiedCheckpoint;
import glassbox.ledger.note.MalformedNoteException;
import glassbox.ledger.note.Note;
import glassbox.ledger.note.NoteSignature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of known witnesses: each witness has one on a checkpoint, its last. */
final class Cosignatures {
  private static final int MOST_BYTES = 64 << 10;

  private final CheckpointVerifier verifier;

  Cosignatures(CheckpointVerifier verifier) {
    this.verifier = verifier;
  }

  /** Reads a cosigned checkpoint from outside. */
  static Note parse(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new CosignatureRefusedException(Reason.MALFORMED);
    }
    try {
      return Note.parse(bytes);
    } catch (MalformedNoteException e) {
      throw new CosignatureRefusedException(Reason.MALFORMED);
    }
  }

  /** The lines that say they are of known witnesses; at least one. */
  List<NoteSignature> linesOf(Note note) {
    List<NoteSignature> lines =
        note.signatures().stream()
            .filter(line -> verifier.witnesses().witnesses().stream().anyMatch(line::claims))
            .distinct()
            .toList();
    if (lines.isEmpty()) {
      throw new CosignatureRefusedException(Reason.UNTRUSTED);
    }
    return lines;
  }

  /** The checkpoint with these lines in place of earlier ones of the same witnesses. */
  VerifiedCheckpoint merge(Note checkpoint, List<NoteSignature> lines) {
    List<NoteSignature> merged = new ArrayList<>(checkpoint.signatures());
    for (NoteSignature line : lines) {
      merged.removeIf(old -> old.keyId() == line.keyId() && old.name().equals(line.name()));
      merged.add(line);
    }
    try {
      return verifier.verify(new Note(checkpoint.text(), merged).bytes());
    } catch (UntrustedCheckpointException | MalformedNoteException e) {
      throw new CosignatureRefusedException(Reason.UNTRUSTED);
    }
  }

  /** A line as it stands in a note. */
  static String text(NoteSignature signature) {
    Note alone = new Note("\n", List.of(signature));
    return new String(alone.bytes(), StandardCharsets.UTF_8).strip();
  }
}
