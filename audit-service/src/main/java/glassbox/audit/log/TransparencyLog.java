package glassbox.audit.log;

import glassbox.audit.database.DatabaseOutage;
import glassbox.audit.log.LogVerification.Finding;
import glassbox.audit.seal.RowAudit;
import glassbox.audit.seal.RowSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * The log at work. It verifies everything before the service opens its port, and does not start
 * over an inconsistency; one that appears later halts it: nothing more is signed, and the integrity
 * health is down until a verification finds nothing.
 */
final class TransparencyLog implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(TransparencyLog.class);
  private static final long STOP_SECONDS = 20;

  /** After a start, until everything is verified that the start left out. */
  private static final long SOON_MILLIS = 20_000;

  private final DataSource database;
  private final LogSettings settings;
  private final Clock clock;
  private final LogMeters meters;
  private final RowSeal seals;
  private final LogAudit audit;
  private final ReentrantLock integrating = new ReentrantLock();
  private final ReentrantLock verifying = new ReentrantLock();
  private @Nullable ScheduledExecutorService threads;
  private @Nullable LogFiles files;
  private volatile @Nullable LogSession session;
  private volatile @Nullable String inconsistency;
  private volatile boolean away;

  TransparencyLog(
      DataSource database,
      LogSettings settings,
      Clock clock,
      LogMeters meters,
      RowSeal seals,
      List<RowAudit> rows) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.meters = meters;
    this.seals = seals;
    audit = new LogAudit(database, clock, seals, rows);
  }

  /**
   * Verifies, then integrates in the background.
   *
   * @throws LogInconsistentException if the verification finds anything
   * @throws IllegalStateException if another process has the log
   */
  @Override
  public void start() {
    LogFiles taken = LogFiles.take(path());
    files = taken;
    try {
      LogSession opened = open(taken);
      session = opened;
      require(audit.verify(taken, opened.publisher()::verifier, true));
      opened.publisher().useNewKey();
      LOG.info(
          "the log has {} entries; its keys are in {}",
          opened.publisher().current().head().size(),
          settings.verifierKeys());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    ScheduledExecutorService pool =
        Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().name("log-", 0).factory());
    threads = pool;
    long pause = settings.interval().toMillis();
    long rest = settings.verifyEvery().toMillis();
    var integration = pool.scheduleWithFixedDelay(this::integrate, 0, pause, TimeUnit.MILLISECONDS);
    long soon = Math.min(rest, SOON_MILLIS);
    var check = pool.scheduleWithFixedDelay(this::check, soon, rest, TimeUnit.MILLISECONDS);
    LOG.debug("integration {}, verification {}", integration, check);
  }

  private java.nio.file.Path path() {
    return java.util.Objects.requireNonNull(settings.directory(), "settings without paths");
  }

  private LogSession open(LogFiles taken) {
    try {
      return LogSession.open(database, taken, settings, clock, seals);
    } catch (SQLException e) {
      throw new IllegalStateException("the log's database cannot be reached", e);
    }
  }

  private static void require(LogVerification verification) {
    if (!verification.consistent()) {
      throw new LogInconsistentException(
          "the log is inconsistent, so nothing will be signed: " + text(verification.findings()));
    }
  }

  private static String text(List<Finding> findings) {
    String first = findings.getFirst().message();
    return findings.size() == 1 ? first : first + " (and " + (findings.size() - 1) + " more)";
  }

  /** One turn of the background integration. */
  void integrate() {
    integrating.lock();
    try {
      if (inconsistency == null && files != null) {
        integrateNow(files);
      }
    } catch (LogInconsistentException e) {
      halt(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      if (!away && !DatabaseOutage.isOne(e)) {
        LOG.warn("the log does not advance; trying again", e);
      }
      away = true;
      closeSession();
    } finally {
      integrating.unlock();
    }
  }

  private void integrateNow(LogFiles taken) {
    LogSession now = session;
    if (now == null) {
      now = open(taken);
      session = now;
    }
    List<LoggedRecord> runs;
    do {
      runs = now.integrate(settings.batch());
      meters.published(now.publisher().current().head().size(), runs, clock.instant());
    } while (runs.size() == settings.batch());
    away = false;
  }

  private void halt(String why) {
    if (inconsistency == null) {
      LOG.error("the log is inconsistent; nothing more is signed: {}", why);
    }
    inconsistency = why;
    closeSession();
  }

  private void check() {
    try {
      verify();
    } catch (DataAccessException | org.springframework.transaction.TransactionException e) {
      LOG.warn("the verification of the log could not be made: {}", e.getMessage());
    }
  }

  /** Verifies the whole log now. Halts it on any finding, and lets it go on after none. */
  LogVerification verify() {
    LogFiles taken = files;
    if (taken == null) {
      throw new IllegalStateException("the log is not open");
    }
    verifying.lock();
    try {
      LogVerification verification =
          audit.verify(taken, () -> LogPen.open(settings, false).verifier(), false);
      integrating.lock();
      try {
        conclude(verification);
      } finally {
        integrating.unlock();
      }
      return verification;
    } finally {
      verifying.unlock();
    }
  }

  private void conclude(LogVerification verification) {
    if (!verification.consistent()) {
      halt(text(verification.findings()));
    } else if (inconsistency != null) {
      LOG.info("the verification found nothing; the log goes on");
      inconsistency = null;
    }
  }

  /** Takes a witness's cosignature of the published checkpoint. */
  void cosign(byte[] cosigned) {
    LogSession now = session;
    if (now == null) {
      throw new LogPausedException();
    }
    now.publisher()
        .cosign(
            cosigned,
            new KeptCheckpoints(
                new org.springframework.jdbc.core.JdbcTemplate(database), clock, seals));
  }

  /** Why nothing is signed any more, if so. */
  Optional<String> inconsistency() {
    return Optional.ofNullable(inconsistency);
  }

  /** Whether the log cannot advance for now: the database or the disk is away. */
  boolean isAway() {
    return away;
  }

  @Override
  public void stop() {
    ScheduledExecutorService pool = threads;
    if (pool != null) {
      await(pool);
    }
    threads = null;
    close();
  }

  private static void await(ExecutorService pool) {
    pool.shutdownNow();
    try {
      if (!pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("the log's threads do not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void close() {
    closeSession();
    try {
      if (files != null) {
        files.close();
      }
      files = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void closeSession() {
    LogSession open = session;
    session = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }

  /** Before the port is opened, and stopped after it is closed. */
  @Override
  public int getPhase() {
    return 0;
  }
}
