package glassbox.lab.world.tool;

import org.jspecify.annotations.Nullable;

/** A call that a tool cannot run; the message says why. */
public final class ToolException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A refusal with its reason. */
  public ToolException(@Nullable String message) {
    super(message);
  }
}
