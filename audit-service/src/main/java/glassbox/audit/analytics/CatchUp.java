package glassbox.audit.analytics;

import glassbox.audit.database.DatabaseOutage;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts recorded runs into the rollups. Taking a run and adding it are one transaction, and one
 * process counts at a time: a crash loses nothing and counts nothing twice.
 */
@Component
class CatchUp {
  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
  private static final int BATCH = 1000;

  /** Any constant that nothing else locks: "analytic" in ASCII. */
  private static final long LOCK = 0x616e616c79746963L;

  private final PendingRuns pending;
  private final Rollups rollups;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final DatabaseOutage outage;
  private boolean failing;

  CatchUp(
      PendingRuns pending,
      Rollups rollups,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      DatabaseOutage outage) {
    this.pending = pending;
    this.rollups = rollups;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.outage = outage;
  }

  /** Counts whatever waits. A database that is away is asked again at the next tick. */
  @Scheduled(fixedDelayString = "${glassbox.audit.analytics.every:250ms}")
  void tick() {
    try {
      drain();
      failing = false;
    } catch (DataAccessException | TransactionException e) {
      if (!outage.met(e) && !failing) {
        LOG.warn("runs cannot be counted now; they wait", e);
      }
      failing = true;
    }
  }

  private void drain() {
    while (batch() == BATCH) {
      LOG.debug("a full batch of runs is counted; there may be more");
    }
  }

  /**
   * Counts one batch.
   *
   * @return how many runs; 0 also while another process counts
   */
  int batch() {
    Integer counted = transaction.execute(status -> mayCount() ? count() : 0);
    return counted == null ? 0 : counted;
  }

  private boolean mayCount() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
  }

  private int count() {
    List<RunFacts> runs = pending.take(BATCH);
    if (!runs.isEmpty()) {
      Tally tally = new Tally();
      runs.forEach(tally::add);
      rollups.add(tally);
    }
    return runs.size();
  }
}
