package glassbox.audit.month;

import glassbox.audit.seal.RowSeal;
import java.security.MessageDigest;
import java.sql.Date;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the partitions of months: ahead of time, and on demand for what comes late or early. */
@Component
public class Months {
  private static final Logger LOG = LoggerFactory.getLogger(Months.class);

  /** How many months after this one have their partitions, and take runs. */
  private static final int AHEAD = 2;

  private static final String PLACES =
      """
      select
        (select index from log_entries where kind = 'RUN' and record_id = ?) as run,
        (select owner from log_entries where kind = 'RUN' and record_id = ?) as owner,
        (select index from log_entries where kind = 'RETENTION' and record_id = first_id(?))
          as retention
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate own;
  private final Clock clock;
  private final RowSeal seals;
  private final Set<YearMonth> made = ConcurrentHashMap.newKeySet();

  /** Months of this database. */
  public Months(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock, RowSeal seals) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.clock = clock;
    own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Makes sure that rows of these runs have a partition to go to.
   *
   * @throws RunRetiredException if one of them is of a month that was dropped
   * @throws RunOfTheFutureException if one of them is of a month that is more than two ahead
   */
  public void open(Collection<UUID> runIds) {
    for (UUID runId : runIds) {
      RunMonth.of(runId).ifPresent(month -> open(runId, month));
    }
  }

  private void open(UUID runId, YearMonth month) {
    YearMonth now = now();
    if (month.isAfter(now.plusMonths(AHEAD))) {
      throw new RunOfTheFutureException();
    }
    // A retention is at least a month: this month and the last are never dropped.
    if (month.isBefore(now.minusMonths(1)) && isRetired(month)) {
      throw retired(runId, month);
    }
    make(month);
  }

  private YearMonth now() {
    return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
  }

  private void make(YearMonth month) {
    if (!made.contains(month)) {
      own.executeWithoutResult(
          status -> jdbc.query("select make_month(?)", row -> {}, firstDay(month)));
      made.add(month);
    }
  }

  private boolean isRetired(YearMonth month) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select from retentions where month = ?)",
            Boolean.class,
            firstDay(month)));
  }

  /** Why a run is not there: empty if no retention took it. */
  public Optional<RunRetiredException> retired(UUID runId) {
    return RunMonth.of(runId).filter(this::isRetired).map(month -> retired(runId, month));
  }

  /** Why a run of a tenant is not there: empty if it was not this tenant's, or is not dropped. */
  public Optional<RunRetiredException> retired(UUID runId, String tenant) {
    byte[] owner = seals.owner(runId, tenant);
    return retired(runId).filter(e -> MessageDigest.isEqual(owner, e.owner()));
  }

  private RunRetiredException retired(UUID runId, YearMonth month) {
    return jdbc.query(
            PLACES,
            (row, number) ->
                new RunRetiredException(
                    place(row.getObject("run", Long.class)),
                    place(row.getObject("retention", Long.class)),
                    row.getBytes("owner")),
            runId,
            runId,
            firstDay(month))
        .getFirst();
  }

  private static OptionalLong place(@org.jspecify.annotations.Nullable Long index) {
    return index == null ? OptionalLong.empty() : OptionalLong.of(index);
  }

  private static Date firstDay(YearMonth month) {
    return Date.valueOf(month.atDay(1));
  }

  /** Makes this month and the next ones. A database that is away is asked again the next time. */
  @Scheduled(fixedDelayString = "PT1H")
  void makeAhead() {
    try {
      YearMonth now = now();
      for (int ahead = 0; ahead <= AHEAD; ahead++) {
        make(now.plusMonths(ahead));
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("the coming months' partitions cannot be made now: {}", e.getMessage());
    }
  }
}
