package glassbox.audit.reads;

import glassbox.audit.seal.RowAudit;
import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of reads, by their seals. */
@Component
final class ReadRowAudit implements RowAudit {
  private static final String SELECT =
      "select " + SealedTable.READS.columns() + ", seal from audit_reads";

  private final RowSeal seals;

  ReadRowAudit(RowSeal seals) {
    this.seals = seals;
  }

  @Override
  public void checkRest(JdbcTemplate snapshot, Report report) {
    snapshot.query(
        SELECT,
        row -> {
          if (!seals.fits(SealedTable.READS, row)) {
            report.found(null, "read " + row.getObject("id") + " is not as it was recorded");
          }
        });
  }
}
