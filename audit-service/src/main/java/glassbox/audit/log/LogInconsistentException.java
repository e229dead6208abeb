package glassbox.audit.log;

/** Database, files and signed checkpoints do not tell one story. The message says where. */
public final class LogInconsistentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LogInconsistentException(String message) {
    super(message);
  }

  LogInconsistentException(String message, Throwable cause) {
    super(message, cause);
  }
}
