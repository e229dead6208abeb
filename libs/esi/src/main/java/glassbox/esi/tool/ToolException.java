package glassbox.esi.tool;

/** A call that a tool cannot run; the message says why in one short line. */
public final class ToolException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A refusal with its reason. */
  public ToolException(String message) {
    super(message);
  }
}
