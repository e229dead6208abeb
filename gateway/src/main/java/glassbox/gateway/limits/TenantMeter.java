package glassbox.gateway.limits;

import glassbox.gateway.access.Allowance;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Tokens and places of one tenant under one allowance. */
final class TenantMeter {
  private final long capacity;
  private final Bucket tokens;
  private final Semaphore places;

  TenantMeter(Allowance allowance) {
    this.capacity = allowance.tokensPerMinute();
    this.places = new Semaphore(allowance.concurrentRequests());
    this.tokens =
        Bucket.builder()
            .addLimit(
                limit -> limit.capacity(capacity).refillGreedy(capacity, Duration.ofMinutes(1)))
            .build();
  }

  /** Sets tokens aside (no more than a minute's worth) and takes a place. */
  Admission admit(long estimate) {
    long reserved = Math.clamp(estimate, 1, capacity);
    if (!places.tryAcquire()) {
      throw new LimitExceeded(LimitExceeded.Kind.CONCURRENCY, Duration.ofSeconds(1));
    }
    ConsumptionProbe probe = tokens.tryConsumeAndReturnRemaining(reserved);
    if (!probe.isConsumed()) {
      places.release();
      throw new LimitExceeded(LimitExceeded.Kind.TOKENS, untilRefill(probe));
    }
    return new Admission(this, reserved);
  }

  private static Duration untilRefill(ConsumptionProbe probe) {
    return Duration.ofSeconds(1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
  }

  void settle(long reserved, long spent) {
    if (spent < reserved) {
      tokens.addTokens(reserved - spent);
    } else if (spent > reserved) {
      tokens.consumeIgnoringRateLimits(spent - reserved);
    }
    places.release();
  }
}
