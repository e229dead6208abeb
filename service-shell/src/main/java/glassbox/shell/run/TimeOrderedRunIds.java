package glassbox.shell.run;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * UUIDv7 of RFC 9562: 48 bits of milliseconds, version, 12 random bits, variant, 62 random bits.
 */
public final class TimeOrderedRunIds implements RunIds {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000000000000000L;

  private final Clock clock;
  private final RandomGenerator random;

  /** Ids with the clock's time; {@code random} must be safe for use by many threads. */
  public TimeOrderedRunIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public UUID next() {
    long high = (clock.millis() << 16) | VERSION_7 | (random.nextLong() & 0xFFFL);
    long low = VARIANT | (random.nextLong() >>> 2);
    return new UUID(high, low);
  }
}
