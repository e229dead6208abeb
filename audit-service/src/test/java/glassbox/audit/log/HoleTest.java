package glassbox.audit.log;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.audit.Ids;
import glassbox.audit.seal.SealedTable;
import glassbox.ledger.log.LogEntry;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.run.RetentionRecord;
import java.sql.Date;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are gone: by a retention that the log has, or taken away. */
class HoleTest extends LogTest {
  private static final YearMonth MONTH = YearMonth.of(2012, 2);
  private static final Date FIRST_DAY = Date.valueOf(MONTH.atDay(1));
  private static final String OLD = "month_of(run_id) = date '2012-02-01'";

  @BeforeEach
  void record() {
    for (String time : List.of("2012-01-31T23:59:59Z", "2012-02-01T00:00:00Z")) {
      LogBench.record(bench.jdbc, Ids.at(time));
    }
    bench.record();
    LogBench.record(bench.jdbc, Ids.at("2012-02-29T23:59:59Z"));
    LogBench.record(bench.jdbc, Ids.at("2012-03-01T00:00:00Z"));
    bench.integrate();
  }

  private RetentionRecord record(long except) {
    RetentionRecord.Builder builder = new RetentionRecord.Builder();
    bench.jdbc.query(
        "select index, record_hash from log_entries"
            + " where month_of(record_id) = ? and substr(record_id::text, 15, 1) = '7'"
            + " order by index",
        row -> {
          if (row.getLong(1) != except) {
            builder.add(
                row.getLong(1),
                new LogEntry(LogEntry.Kind.RUN, Hash.of(row.getBytes(2))).leafHash());
          }
        },
        FIRST_DAY);
    return builder.build(MONTH, "a test", Instant.parse("2026-11-01T00:00:00Z"));
  }

  private void retire(RetentionRecord record) {
    bench.jdbc.update(
        "insert into retentions (month, record, days, seal) values (?, ?, '', ?)",
        FIRST_DAY,
        record.json(),
        LogBench.SEALS.of(SealedTable.RETENTIONS, List.of(MONTH.atDay(1), record.json(), "")));
    bench.integrate();
  }

  @Test
  void missesNoRunThatTheLogSaysWasDropped() {
    retire(record(-1));
    bench.startAndStop();
    bench.edit("delete from runs where " + OLD);
    bench.startAndStop();
    bench.record(3);
    bench.integrate();
    bench.startAndStop();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          delete from runs where month_of(run_id) = date '2012-03-01'        | entry 4
          delete from retentions                                             | entry 1
          update retentions set record = replace(record, 'a test', 'a rest') | entry 1
          update retentions set month = date '2012-04-01'                    | entry 1
          """)
  void findsWhatWasTakenAwayBesides(String statement, String named) {
    retire(record(-1));
    bench.edit("delete from runs where " + OLD);
    bench.edit(statement);
    assertThatThrownBy(() -> bench.startAndStop())
        .isInstanceOf(LogInconsistentException.class)
        .hasMessageContaining(named);
  }

  @Test
  void findsARunThatIsGoneWithoutARecord() {
    bench.edit("delete from runs where " + OLD);
    assertThatThrownBy(() -> bench.startAndStop())
        .isInstanceOf(LogInconsistentException.class)
        .hasMessageContaining("entry 1: the run is not in the database any more");
  }

  @Test
  void takesNoRecordForAPartOfAMonth() {
    retire(record(3));
    assertThatThrownBy(() -> bench.startAndStop())
        .isInstanceOf(LogInconsistentException.class)
        .hasMessageContaining("the retention of 2012-02 is of 1 runs");
  }

  @Test
  void takesNoRecordOfOtherEntriesThanItNames() {
    RetentionRecord right = record(-1);
    retire(
        new RetentionRecord(
            right.month(),
            right.entries(),
            Hash.ofHex("ab".repeat(32)),
            right.reason(),
            right.at()));
    assertThatThrownBy(() -> bench.startAndStop())
        .isInstanceOf(LogInconsistentException.class)
        .hasMessageContaining("is not of the entries that it names");
  }

  @Test
  void takesNoRecordThatTheServiceDidNotWrite() {
    bench.jdbc.update(
        "insert into retentions (month, record, days) values (?, ?, '')",
        FIRST_DAY,
        record(-1).json());
    bench.integrate();
    assertThatThrownBy(() -> bench.startAndStop())
        .isInstanceOf(LogInconsistentException.class)
        .hasMessageContaining("a row of retentions is not as it was written");
  }
}
