package glassbox.inference.federation;

/** No federation has the alias asked for. */
public final class UnknownFederationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownFederationException() {
    super("unknown federation");
  }
}
