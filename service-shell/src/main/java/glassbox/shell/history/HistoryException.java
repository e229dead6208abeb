package glassbox.shell.history;

import org.jspecify.annotations.Nullable;

/** A history that cannot be read, is not what was written, or cannot be written. */
public final class HistoryException extends RuntimeException {
  HistoryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
