package glassbox.engine.federation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how many passes run at once and empties the room before models are closed: a native call
 * in flight at that moment would take the process down.
 *
 * <p>Shared by federations that share models or cores. Safe for concurrent use.
 */
public final class Admission {
  private final int places;
  private final Duration waitLimit;
  private final Semaphore free;
  private volatile boolean draining;

  /**
   * Requires at least one place.
   *
   * @param places passes that may run at once
   * @param waitLimit how long a pass waits for a place before it is turned away
   */
  public Admission(int places, Duration waitLimit) {
    if (places < 1 || waitLimit.isNegative()) {
      throw new IllegalArgumentException("need a place and a wait limit of 0 or more");
    }
    this.places = places;
    this.waitLimit = waitLimit;
    this.free = new Semaphore(places, true);
  }

  /** No bound, for tools that run one pass at a time. */
  public static Admission unbounded() {
    return new Admission(Integer.MAX_VALUE, Duration.ZERO);
  }

  /**
   * Takes a place; close the permit to give it back.
   *
   * @throws FederationException.Busy when none became free in time
   * @throws FederationException.Draining once {@link #drain} was called
   */
  public Permit enter() {
    if (draining) {
      throw new FederationException.Draining();
    }
    if (!acquire(1, waitLimit)) {
      throw new FederationException.Busy(
          "all %d places are taken; waited %d ms".formatted(places, waitLimit.toMillis()));
    }
    if (draining) {
      free.release();
      throw new FederationException.Draining();
    }
    return free::release;
  }

  /**
   * Takes no new passes from now on and waits for those that run.
   *
   * @return whether all of them ended within the limit; only then may models be closed
   */
  public boolean drain(Duration limit) {
    draining = true;
    if (!acquire(places, limit)) {
      return false;
    }
    free.release(places);
    return true;
  }

  /** Whether new passes are turned away for good. */
  public boolean draining() {
    return draining;
  }

  /** Passes that run now. */
  public int inFlight() {
    return places - free.availablePermits();
  }

  private boolean acquire(int permits, Duration limit) {
    try {
      return free.tryAcquire(permits, limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FederationException.Abandoned();
    }
  }

  /** A place taken. */
  public interface Permit extends AutoCloseable {
    @Override
    void close();
  }
}
