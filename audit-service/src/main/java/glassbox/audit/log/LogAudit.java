package glassbox.audit.log;

import glassbox.audit.seal.RowAudit;
import glassbox.audit.seal.RowSeal;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.tile.TileAudit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
      select e.index, e.kind, e.record_id, e.record_hash, r.record_hash as run_hash,
        coalesce(r.envelope, x.record, t.record) as record,
        r.tenant, r.kind as run_kind, r.federation, r.started_at, r.decision,
        e.sequenced_at, e.owner, e.seal
      from log_entries e
      left join runs r on e.kind = 'RUN' and r.run_id = e.record_id
      left join erasures x on e.kind = 'ERASURE' and x.run_id = e.record_id
      left join retentions t on e.kind = 'RETENTION' and first_id(t.month) = e.record_id
      order by e.index
      """;
  private static final String NEVER_QUEUED =
      """
      select kind, record_id from (
        select 'RUN' as kind, run_id as record_id from runs
        union all select 'ERASURE', run_id from erasures
        union all select 'RETENTION', first_id(month) from retentions) as records
      where not exists (
        select from log_queue q
        where q.record_id = records.record_id and q.kind = records.kind)
      limit 100
      """;

  /** Before the snapshot: no month is dropped while it is read. */
  private static final String HOLD =
      "lock table runs, blocks, run_blocks, contents, content_keys, audit_reads in access share"
          + " mode";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate snapshot;
  private final Clock clock;
  private final RowSeal seals;
  private final List<RowAudit> rows;

  LogAudit(DataSource database, Clock clock, RowSeal seals, List<RowAudit> rows) {
    this.clock = clock;
    this.seals = seals;
    this.rows = List.copyOf(rows);
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
   * @param atStart only what a start has time for: the rest is verified soon after
   */
  LogVerification verify(LogFiles files, Supplier<CheckpointVerifier> verifier, boolean atStart) {
    Instant started = clock.instant();
    long published = files.history().size();
    Optional<byte[]> file = files.tiles().checkpoint();
    LogAuditPass pass = new LogAuditPass(files.tiles(), verifier.get(), seals);
    snapshot.executeWithoutResult(status -> read(files, pass, atStart));
    try {
      pass.published(file, published);
      Inconsistencies.named("the tiles", () -> checkTiles(files, pass));
      if (!atStart) {
        rows.forEach(
            audit -> audit.checkDerived((run, message) -> pass.findings().add(null, run, message)));
      }
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

  private void read(LogFiles files, LogAuditPass pass, boolean atStart) {
    jdbc.execute(HOLD);
    try (Stream<KeptCheckpoint> kept = new KeptCheckpoints(jdbc, clock, seals).all();
        Stream<String> history = files.history().read()) {
      pass.begin(kept.iterator(), history.iterator(), RetiredRuns.read(jdbc));
      RunChunks chunks = new RunChunks(jdbc, rows, pass.findings(), atStart);
      jdbc.query(
          LEAVES,
          row -> {
            pass.leaf(row);
            chunks.add(row);
          });
      pass.end();
      chunks.end();
    } catch (LogInconsistentException e) {
      pass.findings().add(e);
    }
    jdbc.query(
        NEVER_QUEUED,
        row -> {
          UUID id = row.getObject("record_id", UUID.class);
          String kind = row.getString("kind").toLowerCase(Locale.ROOT);
          pass.findings().add(null, id, kind + " " + id + " was kept from the log");
        });
  }
}
