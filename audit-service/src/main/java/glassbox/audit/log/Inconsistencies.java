package glassbox.audit.log;

import glassbox.ledger.checkpoint.MalformedCheckpointException;
import glassbox.ledger.checkpoint.UntrustedCheckpointException;
import glassbox.ledger.log.MalformedLogEntryException;
import glassbox.ledger.merkle.InconsistentTreeException;
import glassbox.ledger.note.MalformedNoteException;
import glassbox.ledger.tile.MalformedTileException;
import glassbox.ledger.tile.MissingTileException;
import glassbox.ledger.tile.TileConflictException;
import java.util.function.Supplier;

/** What the ledger finds wrong with files and signatures, as one kind of failure. */
final class Inconsistencies {
  private Inconsistencies() {}

  /**
   * Runs a step over files and signatures.
   *
   * @throws LogInconsistentException if they are not right; other failures pass through
   */
  static <T> T named(String what, Supplier<T> step) {
    try {
      return step.get();
    } catch (InconsistentTreeException
        | TileConflictException
        | MissingTileException
        | MalformedTileException
        | MalformedLogEntryException
        | MalformedNoteException
        | MalformedCheckpointException
        | UntrustedCheckpointException e) {
      throw new LogInconsistentException(what + ": " + e.getMessage(), e);
    }
  }
}
