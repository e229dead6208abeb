package glassbox.audit.export;

import glassbox.shell.problem.StandardProblems;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** When runs started: from an instant on, up to and without another. */
record ExportPeriod(Instant from, Instant to) {
  private static final Duration USUAL = Duration.ofDays(30);
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

  /**
   * What was asked for: instants, or UTC days, of which the last is included. Without ends, the 30
   * days up to now.
   *
   * @throws glassbox.shell.problem.ProblemException if it is no period
   */
  static ExportPeriod of(@Nullable String from, @Nullable String to, Clock clock) {
    Instant last = to == null ? clock.instant() : instant("to", to, day -> day.plusDays(1));
    Instant first = from == null ? last.minus(USUAL) : instant("from", from, day -> day);
    if (!first.isBefore(last)) {
      throw invalid("from", "must be before to");
    }
    return new ExportPeriod(first, last);
  }

  private static Instant instant(String field, String text, UnaryOperator<LocalDate> ofDay) {
    try {
      Instant instant =
          text.length() == 10
              ? ofDay.apply(LocalDate.parse(text)).atStartOfDay().toInstant(ZoneOffset.UTC)
              : Instant.parse(text);
      if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
        return instant;
      }
    } catch (DateTimeException e) {
      throw invalid(field, "must be a UTC day or an instant, 2026-11-01 or 2026-11-01T10:00:00Z");
    }
    throw invalid(field, "must be 2000 to 8999");
  }

  private static RuntimeException invalid(String field, String message) {
    return StandardProblems.INVALID_REQUEST
        .because("Correct the fields that errors names.")
        .withError(field, message);
  }
}
