package glassbox.ledger.note;

/** Bytes that are not a signed note, or a key in another spelling than the specification's. */
public final class MalformedNoteException extends RuntimeException {
  MalformedNoteException(String message) {
    super(message);
  }
}
