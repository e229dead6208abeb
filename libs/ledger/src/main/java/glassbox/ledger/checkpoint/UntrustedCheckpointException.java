package glassbox.ledger.checkpoint;

/** A well-formed checkpoint that must not be believed: the message says what is missing. */
public final class UntrustedCheckpointException extends RuntimeException {
  UntrustedCheckpointException(String message) {
    super(message);
  }
}
