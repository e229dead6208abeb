package glassbox.ledger.note;

/** A well-formed note that no known key signed, or with a false signature under a known key. */
public final class UnverifiedNoteException extends RuntimeException {
  UnverifiedNoteException(String message) {
    super(message);
  }
}
