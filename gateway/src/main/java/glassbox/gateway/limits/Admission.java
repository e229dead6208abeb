package glassbox.gateway.limits;

import java.util.concurrent.atomic.AtomicBoolean;

/** A request that was let in: one of the tenant's places, and tokens set aside until it closes. */
public final class Admission implements AutoCloseable {
  private final TenantMeter meter;
  private final long reserved;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private volatile long spent;

  Admission(TenantMeter meter, long reserved) {
    this.meter = meter;
    this.reserved = reserved;
  }

  /** Adds tokens that were really processed; what was set aside beyond them goes back. */
  public void spend(long tokens) {
    spent += tokens;
  }

  /** Gives the place back and settles the tokens. Closing twice changes nothing. */
  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      meter.settle(reserved, spent);
    }
  }
}
