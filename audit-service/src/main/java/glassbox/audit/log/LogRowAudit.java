package glassbox.audit.log;

import glassbox.audit.seal.RowAudit;
import glassbox.audit.seal.RowSeal;
import glassbox.audit.seal.SealedTable;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The log's own tables: what is not bound by the tree is bound by seals. */
@Component
final class LogRowAudit implements RowAudit {
  private static final List<SealedTable> SEALED =
      List.of(
          SealedTable.CHECKPOINTS,
          SealedTable.COSIGNATURES,
          SealedTable.ERASURES,
          SealedTable.RETENTIONS);

  private static final String NEVER_RECORDED =
      """
      select q.kind, q.record_id from log_queue q
      where not exists (
          select from log_entries e where e.record_id = q.record_id and e.kind = q.kind)
        and not exists (select from runs where q.kind = 'RUN' and run_id = q.record_id)
        and not exists (select from erasures where q.kind = 'ERASURE' and run_id = q.record_id)
        and not exists (
          select from retentions where q.kind = 'RETENTION' and first_id(month) = q.record_id)
      limit 100
      """;

  private final RowSeal seals;

  LogRowAudit(RowSeal seals) {
    this.seals = seals;
  }

  @Override
  public boolean isQuick() {
    return true;
  }

  @Override
  public void checkRest(JdbcTemplate snapshot, Report report) {
    SEALED.forEach(table -> seals.check(snapshot, table, report));
    snapshot.query(
        NEVER_RECORDED,
        row -> {
          UUID id = row.getObject("record_id", UUID.class);
          String kind = row.getString("kind").toLowerCase(Locale.ROOT);
          report.found(
              id, "the queue of the log names " + kind + " " + id + ", which is not there");
        });
  }
}
