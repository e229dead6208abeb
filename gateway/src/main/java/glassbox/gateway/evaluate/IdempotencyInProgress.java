package glassbox.gateway.evaluate;

/** The first request with this Idempotency-Key is still running. */
public final class IdempotencyInProgress extends RuntimeException {
  private static final long serialVersionUID = 1;

  IdempotencyInProgress() {
    super("the first request with this idempotency key is still running");
  }
}
