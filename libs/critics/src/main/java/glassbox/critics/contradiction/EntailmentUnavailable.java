package glassbox.critics.contradiction;

/** Inference that cannot be had; the message says why, without any text of the answer. */
public final class EntailmentUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public EntailmentUnavailable(String message) {
    super(message);
  }
}
