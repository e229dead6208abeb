package glassbox.ledger.block;

/** Bytes that are not a canonical block. The message names the place and never quotes content. */
public final class MalformedBlockException extends RuntimeException {
  MalformedBlockException(String message) {
    super(message);
  }

  MalformedBlockException(String message, Throwable cause) {
    super(message, cause);
  }
}
