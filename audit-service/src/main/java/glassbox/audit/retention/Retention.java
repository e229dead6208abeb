package glassbox.audit.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Retires months: first the month is closed and the record of what will be dropped goes into the
 * log; when the log has published it, the month is dropped. Each turn makes the steps that can be
 * made; what cannot yet, waits for the next turn.
 */
@Component
class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final long LOCK_MILLIS = 2000;

  private final MonthTables months;
  private final RetentionSettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Retention(
      MonthTables months,
      RetentionSettings settings,
      TransactionTemplate transaction,
      Clock clock) {
    this.months = months;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
  void tick() {
    try {
      turn();
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("months cannot be retired now; they wait: {}", e.getMessage());
    }
  }

  /** Makes the steps that can be made. */
  void turn() {
    Period kept = settings.retention();
    if (kept == null) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate from = now.atOffset(ZoneOffset.UTC).toLocalDate().minus(kept);
    for (YearMonth month : months.whole()) {
      if (!month.plusMonths(1).atDay(1).isAfter(from)) {
        step(month, "kept for " + kept, now);
      }
    }
  }

  private void step(YearMonth month, String reason, Instant now) {
    if (months.isRecorded(month)) {
      if (months.isLogged(month)) {
        inTransaction(() -> months.drop(month));
        LOG.info("the runs of {} are dropped; the log says so", month);
      }
    } else if (!months.isEmpty(month)) {
      inTransaction(() -> close(month, reason, now));
    }
  }

  private void close(YearMonth month, String reason, Instant now) {
    if (months.isSettled(month)) {
      months.seal(month);
      // What came in before the seal is seen only now.
      if (!months.isSettled(month)) {
        throw new StillComingIn();
      }
      months.record(month, reason, now);
    }
  }

  private void inTransaction(Runnable step) {
    try {
      transaction.executeWithoutResult(
          status -> {
            months.waitAtMost(LOCK_MILLIS);
            step.run();
          });
    } catch (StillComingIn e) {
      LOG.debug("a run came in while its month was closed");
    }
  }

  /** Rolls a closing back. */
  private static final class StillComingIn extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
