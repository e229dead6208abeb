package glassbox.gateway.access;

/** No key was presented, or none that is known. */
public final class Unauthenticated extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unauthenticated() {
    super("no API key was sent, or none that is known");
  }
}
