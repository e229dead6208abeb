package glassbox.esi.judging;

import org.jspecify.annotations.Nullable;

/** Critics that cannot be asked; the message says why, without any text of the run. */
public final class PanelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A failure with its reason. */
  public PanelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
