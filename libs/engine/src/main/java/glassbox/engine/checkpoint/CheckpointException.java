package glassbox.engine.checkpoint;

import java.nio.file.Path;

/**
 * A model or adapter directory that cannot be used; the message names the file, field and value.
 */
public final class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CheckpointException(String message) {
    super(message);
  }

  public CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }

  static CheckpointException of(Path file, String what) {
    return new CheckpointException(file + ": " + what);
  }

  static CheckpointException field(Path file, String field, Object value, String why) {
    return new CheckpointException(file + ": " + field + " = " + value + ": " + why);
  }
}
