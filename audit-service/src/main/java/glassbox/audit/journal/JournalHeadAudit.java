package glassbox.audit.journal;

import glassbox.audit.seal.RowAudit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** That no number of the journal is missing, at its end neither. */
@Component
final class JournalHeadAudit implements RowAudit {
  private static final String NUMBERS =
      "select count(*) as lines, coalesce(max(number), -1) as last from journal";

  private final JdbcTemplate jdbc;
  private final JournalHead head;

  JournalHeadAudit(JdbcTemplate jdbc, JournalHead head) {
    this.jdbc = jdbc;
    this.head = head;
  }

  @Override
  public boolean isQuick() {
    return true;
  }

  /** Asks the present, not the snapshot: the head may be ahead of that. */
  @Override
  public void checkRest(JdbcTemplate snapshot, Report report) {
    long given = head.number();
    jdbc.query(
        NUMBERS,
        row -> {
          long missing = Math.max(row.getLong("last"), given) + 1 - row.getLong("lines");
          if (missing != 0) {
            report.found(null, missing + " lines of the journal are missing");
          }
        });
  }
}
