package glassbox.audit.analytics;

import glassbox.shell.problem.ProblemException;
import glassbox.shell.problem.StandardProblems;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** UTC days, both ends included. */
record Period(LocalDate from, LocalDate to) {
  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 366;
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9000, 1, 1);

  /** What was asked for; without ends, the 30 days up to today. */
  static Period of(@Nullable LocalDate from, @Nullable LocalDate to, Clock clock) {
    LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
    require(!last.isBefore(EARLIEST) && !last.isAfter(LATEST), "to", "must be 2000 to 8999");
    LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1) : from;
    require(!first.isAfter(last), "from", "must not be after to");
    require(
        ChronoUnit.DAYS.between(first, last) < MOST_DAYS, "from", "must be at most 366 days back");
    return new Period(first, last);
  }

  private static void require(boolean holds, String field, String message) {
    if (!holds) {
      throw invalid(field, message);
    }
  }

  static ProblemException invalid(String field, String message) {
    return StandardProblems.INVALID_REQUEST
        .because("Correct the fields that errors names.")
        .withError(field, message);
  }
}
