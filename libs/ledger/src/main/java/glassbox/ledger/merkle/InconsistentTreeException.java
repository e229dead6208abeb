package glassbox.ledger.merkle;

/** Two views of one log that cannot both be true. Nothing may be signed; the message says where. */
public final class InconsistentTreeException extends RuntimeException {
  public InconsistentTreeException(String message) {
    super(message);
  }
}
