package glassbox.ledger.run;

/** Text that is not JSON of the kind RFC 8785 can make canonical. Never quotes content. */
public final class MalformedJsonException extends RuntimeException {
  MalformedJsonException(String message) {
    super(message);
  }

  MalformedJsonException(String message, int offset) {
    super(message + " at offset " + offset);
  }
}
