package glassbox.audit;

import java.time.Instant;
import java.util.UUID;

/** Ids of runs with a time. */
public final class Ids {
  private Ids() {}

  /** A UUIDv7 of that time, another one each time. */
  public static UUID at(String time) {
    UUID random = UUID.randomUUID();
    long high =
        Instant.parse(time).toEpochMilli() << 16 | 0x7000 | random.getMostSignificantBits() & 0xFFF;
    return new UUID(high, random.getLeastSignificantBits());
  }
}
