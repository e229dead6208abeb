package glassbox.gateway.evaluate;

/** The Idempotency-Key was used before with another request. */
public final class IdempotencyKeyReused extends RuntimeException {
  private static final long serialVersionUID = 1;

  IdempotencyKeyReused() {
    super("the idempotency key was used with another request");
  }
}
