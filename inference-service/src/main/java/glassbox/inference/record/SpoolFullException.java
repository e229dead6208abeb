package glassbox.inference.record;

/** The spool cannot take another block: it is full, or its disk fails. */
final class SpoolFullException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SpoolFullException(String message) {
    super(message);
  }

  SpoolFullException(String message, Throwable cause) {
    super(message, cause);
  }
}
