package glassbox.audit.run;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places in lists, opaque outside. */
final class Cursor {
  private static final int LONGEST = 200;
  private static final Instant AFTER_ALL = Instant.parse("9999-01-01T00:00:00Z");

  private Cursor() {}

  /** A place in the list of runs: everything older comes after it. */
  record RunPlace(Instant startedAt, UUID runId) {
    static final RunPlace START = new RunPlace(AFTER_ALL, new UUID(-1, -1));
  }

  static String of(RunPlace place) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, place.startedAt());
    return encode("r:" + micros + ":" + place.runId());
  }

  static String ofToken(int position) {
    return encode("t:" + position);
  }

  /**
   * The place a cursor stands for; the start for null.
   *
   * @throws InvalidCursorException if we did not issue it
   */
  static RunPlace runPlace(@Nullable String cursor) {
    if (cursor == null) {
      return RunPlace.START;
    }
    String[] parts = decode(cursor, "r", 3);
    try {
      Instant at = Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS);
      if (at.isAfter(AFTER_ALL) || at.isBefore(Instant.EPOCH)) {
        throw new InvalidCursorException();
      }
      return new RunPlace(at, UUID.fromString(parts[2]));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new InvalidCursorException();
    }
  }

  /**
   * The position of the next token; 0 for null.
   *
   * @throws InvalidCursorException if we did not issue it
   */
  static int token(@Nullable String cursor) {
    if (cursor == null) {
      return 0;
    }
    String digits = decode(cursor, "t", 2)[1];
    if (!digits.matches("[0-9]{1,9}")) {
      throw new InvalidCursorException();
    }
    return Integer.parseInt(digits);
  }

  private static String encode(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.US_ASCII));
  }

  private static String[] decode(String cursor, String kind, int parts) {
    try {
      if (cursor.length() <= LONGEST) {
        byte[] place = Base64.getUrlDecoder().decode(cursor);
        String[] split = new String(place, StandardCharsets.US_ASCII).split(":", -1);
        if (split.length == parts && split[0].equals(kind)) {
          return split;
        }
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidCursorException();
    }
    throw new InvalidCursorException();
  }

  /** A cursor that was not issued here. */
  static final class InvalidCursorException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
