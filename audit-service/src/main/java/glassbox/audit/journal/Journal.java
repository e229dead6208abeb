package glassbox.audit.journal;

import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The table of the journal. Insert-only. */
@Repository
public class Journal {
  /** "journal" in ASCII. */
  private static final long LOCK = 0x6a6f75726e616cL;

  private static final String LAST = "select coalesce(max(number), -1) from journal";
  private static final String INSERT =
      "insert into journal (number, kind, id, detail, seal) values (?, ?, ?, ?, ?)";

  private final JdbcTemplate jdbc;
  private final RowSeal seals;
  private final JournalHead head;

  Journal(JdbcTemplate jdbc, RowSeal seals, JournalHead head) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.head = head;
  }

  /**
   * Gives rows that were just inserted the next numbers. Until the caller's transaction ends,
   * nobody else gets one.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(List<JournalLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    jdbc.execute("select pg_advisory_xact_lock(" + LOCK + ")");
    // A number that was given is never given again, though its line be gone: the gap shows it.
    long first = Math.max(last(), head.number()) + 1;
    List<Object[]> rows = new ArrayList<>();
    for (JournalLine line : lines) {
      long number = first + rows.size();
      rows.add(
          new Object[] {
            number,
            line.kind().name(),
            line.id(),
            line.detail(),
            seals.of(
                SealedTable.JOURNAL, List.of(number, line.kind().name(), line.id(), line.detail()))
          });
    }
    var unused = jdbc.batchUpdate(INSERT, rows);
    long reached = first + rows.size() - 1;
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            head.reached(reached);
          }
        });
  }

  private long last() {
    Long last = jdbc.queryForObject(LAST, Long.class);
    return last == null ? -1 : last;
  }
}
