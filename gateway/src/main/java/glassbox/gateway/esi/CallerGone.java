package glassbox.gateway.esi;

/** Whoever asked is gone: the run was cancelled, and nothing of it is recorded. */
public final class CallerGone extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Whoever asked does not wait any more. */
  public CallerGone() {
    super("the caller is gone");
  }
}
