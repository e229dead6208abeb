package glassbox.audit.month;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The month, UTC, of an id's time. */
public final class RunMonth {
  private static final int VERSION_WITH_TIME = 7;

  private RunMonth() {}

  /** The month of an id of version 7; ids of other versions have none. */
  public static Optional<YearMonth> of(UUID id) {
    if (id.version() != VERSION_WITH_TIME) {
      return Optional.empty();
    }
    Instant time = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    return Optional.of(YearMonth.from(time.atOffset(ZoneOffset.UTC)));
  }
}
