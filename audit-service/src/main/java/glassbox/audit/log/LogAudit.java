package glassbox.audit.log;

import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.tile.TileAudit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes over everything: every leaf against its envelope and its bundle, every kept checkpoint
 * against its signature, the history and the root of the leaves, every tile against the entries.
 * Reads one snapshot of the database; the log may go on meanwhile.
 */
final class LogAudit {
  private static final int FETCH = 1000;
  private static final String LEAVES =
      """
      select e.index, e.run_id, e.record_hash as entry_hash, r.record_hash, r.envelope,
        r.tenant, r.kind, r.federation, r.started_at, r.decision
      from log_entries e left join runs r on r.run_id = e.run_id
      order by e.index
      """;
  private static final String NEVER_QUEUED =
      """
      select r.run_id from runs r
      where not exists (select from log_queue q where q.run_id = r.run_id)
      limit 100
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate snapshot;
  private final Clock clock;

  LogAudit(DataSource database, Clock clock) {
    this.clock = clock;
    jdbc = new JdbcTemplate(database);
    jdbc.setFetchSize(FETCH);
    snapshot = new TransactionTemplate(new JdbcTransactionManager(database));
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
  }

  /**
   * Verifies the whole log. Finds, does not throw; but the database must be there.
   *
   * @param verifier of the log's keys as they are at the end of the verification
   */
  LogVerification verify(LogFiles files, Supplier<CheckpointVerifier> verifier) {
    Instant started = clock.instant();
    long published = files.history().size();
    Optional<byte[]> file = files.tiles().checkpoint();
    LogAuditPass pass = new LogAuditPass(files.tiles(), verifier.get());
    snapshot.executeWithoutResult(status -> read(files, pass));
    try {
      pass.published(file, published);
      Inconsistencies.named("the tiles", () -> checkTiles(files, pass));
    } catch (LogInconsistentException e) {
      pass.findings().add(e);
    }
    return new LogVerification(
        pass.findings().list().isEmpty(),
        pass.entries(),
        pass.checkpoints(),
        pass.head().size(),
        pass.findings().list(),
        started,
        Duration.between(started, clock.instant()).toMillis());
  }

  private static boolean checkTiles(LogFiles files, LogAuditPass pass) {
    new TileAudit(files.tiles()).check(pass.head());
    return true;
  }

  private void read(LogFiles files, LogAuditPass pass) {
    try (Stream<KeptCheckpoint> kept = new KeptCheckpoints(jdbc, clock).all();
        Stream<String> history = files.history().read()) {
      pass.begin(kept.iterator(), history.iterator());
      jdbc.query(LEAVES, pass::leaf);
      pass.end();
    } catch (LogInconsistentException e) {
      pass.findings().add(e);
    }
    List<UUID> hidden = jdbc.queryForList(NEVER_QUEUED, UUID.class);
    hidden.forEach(id -> pass.findings().add(null, id, "run " + id + " was kept from the log"));
  }
}
