package glassbox.audit.analytics;

import glassbox.audit.database.DatabaseOutage;
import glassbox.audit.seal.RowAudit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts all runs again, into tables of its own transaction, and compares with the rollups. The
 * same code counts: temporary tables stand before the others of their name. Days on which runs
 * began that were dropped since are left out: those runs are not there to be counted.
 */
@Component
class RollupAudit implements RowAudit {
  private static final Logger LOG = LoggerFactory.getLogger(RollupAudit.class);
  private static final int BATCH = 1000;
  private static final String ROLLUPS =
      """
      select tablename from pg_tables
      where schemaname = current_schema() and tablename like 'analytics\\_%\\_days'
      """;
  private static final String WAIT =
      """
      insert into pg_temp.analytics_pending (seq, run_id)
      select row_number() over (), r.run_id from runs r
      where not exists (
        select from %I.analytics_pending p where p.run_id = r.run_id)
      """;
  private static final String DIFFERENCES =
      """
      select count(*) from (
        (select * from %1$s.%2$s where %3$s except select * from pg_temp.%2$s where %3$s)
        union all
        (select * from pg_temp.%2$s where %3$s except select * from %1$s.%2$s where %3$s)) as d
      """;
  private static final String COUNTED_DAYS =
      "day not in (select unnest(string_to_array(nullif(days, ''), ','))::date from retentions"
          + " where days <> '')";

  private final PendingRuns pending;
  private final Rollups rollups;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  RollupAudit(
      PendingRuns pending,
      Rollups rollups,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions) {
    this.pending = pending;
    this.rollups = rollups;
    this.jdbc = jdbc;
    transaction = new TransactionTemplate(transactions);
    transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  @Override
  public void checkDerived(Report report) {
    try {
      transaction.executeWithoutResult(
          status -> {
            compare(report);
            status.setRollbackOnly();
          });
    } catch (RuntimeException e) {
      if (DatabaseOutage.isOne(e)) {
        throw e;
      }
      LOG.debug("the runs cannot be counted again", e);
      report.found(null, "the runs cannot be counted again: what they are counted by is damaged");
    }
  }

  private void compare(Report report) {
    String schema = String.valueOf(jdbc.queryForObject("select current_schema()", String.class));
    List<String> tables = jdbc.queryForList(ROLLUPS, String.class);
    tables.forEach(table -> copyForm(schema, table));
    jdbc.execute("create temporary table analytics_pending (seq bigint, run_id uuid)");
    jdbc.update(WAIT.replace("%I", schema));
    count();
    for (String table : tables) {
      Long differences =
          jdbc.queryForObject(DIFFERENCES.formatted(schema, table, COUNTED_DAYS), Long.class);
      if (differences != null && differences > 0) {
        report.found(null, differences + " rows of " + table + " are not what the runs add up to");
      }
    }
  }

  private void copyForm(String schema, String table) {
    jdbc.execute(
        "create temporary table %s (like %s.%s including all)".formatted(table, schema, table));
  }

  private void count() {
    for (List<RunFacts> runs = pending.take(BATCH); !runs.isEmpty(); runs = pending.take(BATCH)) {
      Tally tally = new Tally();
      runs.forEach(tally::add);
      rollups.add(tally);
    }
  }
}
