package glassbox.audit.retention;

import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import glassbox.ledger.log.LogEntry;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.run.RetentionRecord;
import java.sql.Date;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The months in the database, and what is to be known of one before it is dropped. */
@Repository
class MonthTables {
  private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("uuuu_MM");

  /** Months with partitions that still have their rows. */
  private static final String WHOLE =
      """
      select substr(c.relname, 6) from pg_inherits i
      join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'runs'::regclass and c.relname ~ '^runs_[0-9]{4}_[0-9]{2}$'
        and not exists (
          select from pg_constraint where conrelid = c.oid and conname = 'retired')
      order by 1
      """;

  private static final String IS_EMPTY =
      """
      select not exists (select from runs where run_id >= first_id(?) and run_id < first_id(?))
        and not exists (select from blocks where run_id >= first_id(?) and run_id < first_id(?))
      """;

  /** Runs that are not under a published checkpoint, or not counted by the analytics. */
  private static final String WAITING =
      """
      select
        (select count(*) from runs r
          where r.run_id >= first_id(?) and r.run_id < first_id(?)
            and not exists (
              select from log_entries e where e.kind = 'RUN' and e.record_id = r.run_id
                and e.index < (select max(size) from log_checkpoints)))
        + (select count(*) from analytics_pending
          where run_id >= first_id(?) and run_id < first_id(?))
      """;

  private static final String ENTRIES =
      """
      select index, record_hash from log_entries
      where kind = 'RUN' and record_id >= first_id(?) and record_id < first_id(?)
      order by index
      """;

  private static final String DAYS =
      """
      select distinct (started_at at time zone 'UTC')::date::text as day from runs
      where run_id >= first_id(?) and run_id < first_id(?) order by day
      """;

  private static final String LOGGED =
      """
      select exists (
        select from log_entries where kind = 'RETENTION' and record_id = first_id(?)
          and index < (select max(size) from log_checkpoints))
      """;

  private final JdbcTemplate jdbc;
  private final RowSeal seals;

  MonthTables(JdbcTemplate jdbc, RowSeal seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** Months that are not dropped, oldest first. */
  List<YearMonth> whole() {
    return jdbc.queryForList(WHOLE, String.class).stream()
        .map(suffix -> YearMonth.parse(suffix, SUFFIX))
        .toList();
  }

  boolean isEmpty(YearMonth month) {
    return is(IS_EMPTY, first(month), next(month), first(month), next(month));
  }

  boolean isRecorded(YearMonth month) {
    return is("select exists (select from retentions where month = ?)", first(month));
  }

  /** Whether the log has the record of the retention, under a published checkpoint. */
  boolean isLogged(YearMonth month) {
    return is(LOGGED, first(month));
  }

  /** Whether the log and the analytics are done with all its runs. */
  boolean isSettled(YearMonth month) {
    Long waiting =
        jdbc.queryForObject(
            WAITING, Long.class, first(month), next(month), first(month), next(month));
    return waiting != null && waiting == 0;
  }

  /** Waits at most {@code millis} for others to let go of the month's tables. */
  void waitAtMost(long millis) {
    jdbc.execute("set local lock_timeout = " + millis);
  }

  /** Lets the month take nothing more. */
  void seal(YearMonth month) {
    jdbc.query("select seal_month(?)", row -> {}, first(month));
  }

  /** Keeps the record of the retention; with it, it is on its way into the log. */
  void record(YearMonth month, String reason, Instant at) {
    RetentionRecord.Builder builder = new RetentionRecord.Builder();
    jdbc.query(
        ENTRIES,
        row -> {
          LogEntry entry = new LogEntry(LogEntry.Kind.RUN, Hash.of(row.getBytes("record_hash")));
          builder.add(row.getLong("index"), entry.leafHash());
        },
        first(month),
        next(month));
    String record = builder.build(month, reason, at).json();
    String days =
        String.join(",", jdbc.queryForList(DAYS, String.class, first(month), next(month)));
    jdbc.update(
        "insert into retentions (month, record, days, seal) values (?, ?, ?, ?)",
        first(month),
        record,
        days,
        seals.of(SealedTable.RETENTIONS, List.of(month.atDay(1), record, days)));
  }

  /** Drops what the month holds. */
  void drop(YearMonth month) {
    jdbc.query("select drop_month(?)", row -> {}, first(month));
  }

  private boolean is(String query, Object... arguments) {
    return Boolean.TRUE.equals(jdbc.queryForObject(query, Boolean.class, arguments));
  }

  private static Date first(YearMonth month) {
    return Date.valueOf(month.atDay(1));
  }

  private static Date next(YearMonth month) {
    return first(month.plusMonths(1));
  }
}
