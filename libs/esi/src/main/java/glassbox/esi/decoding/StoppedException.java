package glassbox.esi.decoding;

/** A pass was given up because its watch said so. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A pass that nobody waits for. */
  public StoppedException() {
    super("the pass was stopped");
  }
}
