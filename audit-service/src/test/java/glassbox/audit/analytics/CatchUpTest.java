package glassbox.audit.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import glassbox.audit.AuditTest;
import glassbox.audit.analytics.RunRows.Part;
import glassbox.audit.analytics.RunRows.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Every run is counted exactly once, beside the service's own counting. */
@AuditTest
class CatchUpTest {
  private static final Instant DAY = Instant.parse("2026-09-09T01:02:03Z");

  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private CatchUp catchUp;
  @Autowired private PendingRuns pending;
  private String tenant;

  @BeforeEach
  void newTenant() {
    tenant = "c-" + UUID.randomUUID();
  }

  @Test
  void countsOnceUnderConcurrentRecordingAndCounting() throws Exception {
    int writers = 4;
    int each = 250;
    List<Future<?>> work = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(writers + 2)) {
      for (int w = 0; w < writers; w++) {
        work.add(threads.submit(() -> write(each)));
      }
      for (int c = 0; c < 2; c++) {
        work.add(threads.submit(() -> countFor(40)));
      }
      for (Future<?> future : work) {
        future.get();
      }
    }
    awaitCounted();
    assertThat(counted()).isEqualTo(writers * each);
    assertThat(mass()).isEqualTo(writers * each * 10 * 1_000_000L);
  }

  private void write(int runs) {
    RunRows rows = new RunRows(jdbc);
    for (int i = 0; i < runs; i++) {
      rows.add(row());
      if (i % 10 == 9) {
        rows.write();
      }
    }
  }

  private void countFor(int rounds) {
    for (int i = 0; i < rounds; i++) {
      catchUp.batch();
    }
  }

  @Test
  void whatACrashInterruptedIsCountedLaterAndOnce() {
    RunRows rows = new RunRows(jdbc);
    for (int i = 0; i < 20; i++) {
      rows.add(row());
    }
    // The runs become visible only here: nobody else can have counted them before.
    Boolean taken =
        transaction.execute(
            status -> {
              rows.write();
              boolean all = pending.take(1_000_000).size() >= 20;
              status.setRollbackOnly();
              return all;
            });
    assertThat(taken).isTrue();
    assertThat(counted()).as("neither recorded nor counted").isZero();

    for (int i = 0; i < 20; i++) {
      rows.add(row());
    }
    rows.write();
    awaitCounted();
    assertThat(counted()).isEqualTo(20);
  }

  @Test
  void aRunOfARolledBackTransactionIsNeverCounted() {
    transaction.executeWithoutResult(
        status -> {
          RunRows rows = new RunRows(jdbc);
          rows.add(row());
          rows.write();
          status.setRollbackOnly();
        });
    awaitCounted();
    assertThat(counted()).isZero();
  }

  @Test
  void aLongTransactionIsCountedThoughLaterOnesWereCountedBefore() {
    transaction.executeWithoutResult(
        status -> {
          RunRows early = new RunRows(jdbc);
          early.add(row());
          early.write();
          recordElsewhere();
          await().atMost(Duration.ofSeconds(20)).until(() -> countedElsewhere() == 1);
        });
    awaitCounted();
    assertThat(counted()).isEqualTo(2);
  }

  private void recordElsewhere() {
    elsewhere(
        () -> {
          RunRows late = new RunRows(jdbc);
          late.add(row());
          late.write();
          return 0L;
        });
  }

  private long countedElsewhere() {
    return elsewhere(this::counted);
  }

  /** In a thread, and so a transaction, of its own. */
  private static long elsewhere(Callable<Long> work) {
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      return thread.submit(work).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private Row row() {
    return new Row(
        tenant,
        "demo",
        DAY,
        "COMMITTED",
        10,
        1e-13,
        1,
        0.1,
        List.of(new Part("a", 0.7, 7, 0), new Part("b", 0.3, 3, 0)));
  }

  private void awaitCounted() {
    await().atMost(Duration.ofSeconds(30)).until(() -> pending.count() == 0);
  }

  private long counted() {
    return sum("select coalesce(sum(runs), 0) from analytics_federation_days where tenant = ?");
  }

  private long mass() {
    return sum(
        "select coalesce(sum(mass_micro), 0) from analytics_specialist_days where tenant = ?");
  }

  private long sum(String query) {
    Long sum = jdbc.queryForObject(query, Long.class, tenant);
    return sum == null ? 0 : sum;
  }
}
