package glassbox.audit.content;

import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Seals and numbers what a release without a journal recorded beside the log, once. */
final class JournalMigration extends OnceMigration {
  private static final int BATCH = 1000;
  private static final List<SealedTable> SEALED =
      List.of(SealedTable.ALARMS, SealedTable.ACKNOWLEDGEMENTS, SealedTable.RECEIPTS);
  private static final String RECORDED =
      """
      select 'READ' as kind, id, '' as detail, read_at as at from audit_reads
      union all select 'ALARM', id, '', raised_at from alarms
      union all select 'ACKNOWLEDGEMENT', alarm_id, '', acknowledged_at from alarm_acknowledgements
      union all select 'RECEIPT', run_id, fee_id, issued_at from royalty_receipts
      order by at, kind, id, detail
      """;

  JournalMigration(ContentSettings settings) {
    super("71", "seal and number what was recorded beside the log", settings);
  }

  @Override
  String recorded() {
    return "select from (" + RECORDED + ") as recorded";
  }

  @Override
  void migrate(Connection connection, JdbcTemplate jdbc) {
    MasterKeyTable table = new MasterKeyTable(jdbc);
    RowSeal seals = table.seal(keys(table));
    for (SealedTable sealed : SEALED) {
      unguarded(jdbc, sealed, () -> seal(connection, sealed, seals));
    }
    number(jdbc, seals);
  }

  private static void number(JdbcTemplate jdbc, RowSeal seals) {
    List<Object[]> lines = new ArrayList<>();
    long[] next = {0};
    jdbc.query(
        RECORDED,
        row -> {
          long number = next[0]++;
          String kind = row.getString("kind");
          UUID id = row.getObject("id", UUID.class);
          String detail = row.getString("detail");
          byte[] seal = seals.of(SealedTable.JOURNAL, List.of(number, kind, id, detail));
          lines.add(new Object[] {number, kind, id, detail, seal});
          if (lines.size() == BATCH) {
            insert(jdbc, lines);
          }
        });
    insert(jdbc, lines);
  }

  private static void insert(JdbcTemplate jdbc, List<Object[]> lines) {
    var unused =
        jdbc.batchUpdate(
            "insert into journal (number, kind, id, detail, seal) values (?, ?, ?, ?, ?)", lines);
    lines.clear();
  }
}
