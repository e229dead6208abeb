package glassbox.audit.journal;

import glassbox.audit.seal.RowAudit;
import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The lines of the journal and the rows that they number: there, and as they were written. */
@Component
final class JournalRowAudit implements RowAudit {
  private static final List<SealedTable> ROWS =
      List.of(
          SealedTable.JOURNAL,
          SealedTable.READS,
          SealedTable.ALARMS,
          SealedTable.ACKNOWLEDGEMENTS,
          SealedTable.RECEIPTS);

  /** Lines without their row, but for reads of months that were dropped. */
  private static final String GONE =
      """
      select j.number, j.kind, j.id from journal j
      where case j.kind
        when 'READ' then
          not exists (select from audit_reads r where r.id = j.id)
          and not exists (
            select from retentions t
            where j.id >= first_id(t.month)
              and j.id < first_id((t.month + interval '1 month')::date))
        when 'ALARM' then not exists (select from alarms a where a.id = j.id)
        when 'ACKNOWLEDGEMENT' then
          not exists (select from alarm_acknowledgements a where a.alarm_id = j.id)
        when 'RECEIPT' then
          not exists (select from royalty_receipts r where r.run_id = j.id and r.fee_id = j.detail)
        else true end
      order by j.number limit 100
      """;

  private final RowSeal seals;

  JournalRowAudit(RowSeal seals) {
    this.seals = seals;
  }

  @Override
  public void checkRest(JdbcTemplate snapshot, Report report) {
    ROWS.forEach(table -> seals.check(snapshot, table, report));
    snapshot.query(
        GONE,
        row -> {
          report.found(
              null,
              "the %s %s of line %d of the journal is not there"
                  .formatted(
                      row.getString("kind").toLowerCase(java.util.Locale.ROOT),
                      row.getObject("id", UUID.class),
                      row.getLong("number")));
        });
  }
}
