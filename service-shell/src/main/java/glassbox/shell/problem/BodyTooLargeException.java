package glassbox.shell.problem;

import java.io.IOException;

/** A request body grew over the limit while it was read. */
public final class BodyTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  private final long limitBytes;

  /** Over {@code limitBytes}. */
  public BodyTooLargeException(long limitBytes) {
    super("body over " + limitBytes + " bytes");
    this.limitBytes = limitBytes;
  }

  /** The most a body may have. */
  public long limitBytes() {
    return limitBytes;
  }
}
