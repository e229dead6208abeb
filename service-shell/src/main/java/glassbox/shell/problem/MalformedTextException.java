package glassbox.shell.problem;

import java.io.IOException;

/** A body that must be text in UTF-8 is not; found while it was read. */
public final class MalformedTextException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Found. */
  public MalformedTextException() {
    super("body is not well-formed UTF-8");
  }
}
