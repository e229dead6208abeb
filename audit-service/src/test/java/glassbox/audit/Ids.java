package glassbox.audit;

import java.time.Instant;
import java.util.UUID;

/** Ids of runs with a time. */
public final class Ids {
  private Ids() {}

  /** Another one each time, of no month that a database has: its time would be after 4000. */
  public static UUID undated() {
    UUID random = UUID.randomUUID();
    return new UUID(random.getMostSignificantBits() | 1L << 62, random.getLeastSignificantBits());
  }

  /** A UUIDv7 of that time, another one each time. */
  public static UUID at(String time) {
    UUID random = UUID.randomUUID();
    long high =
        Instant.parse(time).toEpochMilli() << 16 | 0x7000 | random.getMostSignificantBits() & 0xFFF;
    return new UUID(high, random.getLeastSignificantBits());
  }
}
