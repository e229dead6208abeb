package glassbox.audit.log;

import glassbox.audit.log.ProofAbsentException.Kind;
import glassbox.contracts.run.RecordProof;
import glassbox.contracts.run.RunProof;
import glassbox.ledger.log.LogEntry;
import glassbox.ledger.run.ErasureRecord;
import java.sql.Date;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The records of erasures and retentions with the proof that they are in the log. */
@Component
final class LogRecords {
  private static final String ERASURE =
      """
      select x.record, e.index from erasures x
      left join log_entries e on e.kind = 'ERASURE' and e.record_id = x.run_id
      where x.run_id = ?
      """;
  private static final String RETENTION =
      """
      select t.record, e.index from retentions t
      left join log_entries e on e.kind = 'RETENTION' and e.record_id = first_id(t.month)
      where t.month = ?
      """;

  private final JdbcTemplate jdbc;
  private final LogReader reader;

  LogRecords(JdbcTemplate jdbc, LogReader reader) {
    this.jdbc = jdbc;
    this.reader = reader;
  }

  private record Stored(String record, @Nullable Long index) {}

  /**
   * Of a tenant's run.
   *
   * @throws ProofAbsentException if the tenant has no run of that id whose content was erased
   * @throws NotIntegratedException if the log does not have it yet
   */
  RecordProof erasure(UUID runId, String tenant) {
    Stored stored = find(ERASURE, runId);
    if (!ErasureRecord.parse(stored.record).tenant().equals(tenant)) {
      throw new ProofAbsentException(Kind.RECORD);
    }
    return proof(LogEntry.Kind.ERASURE, stored);
  }

  /**
   * Of a month.
   *
   * @throws ProofAbsentException if it was not dropped
   * @throws NotIntegratedException if the log does not have it yet
   */
  RecordProof retention(YearMonth month) {
    return proof(LogEntry.Kind.RETENTION, find(RETENTION, Date.valueOf(month.atDay(1))));
  }

  private Stored find(String query, Object key) {
    List<Stored> found =
        jdbc.query(
            query,
            (row, number) ->
                new Stored(row.getString("record"), row.getObject("index", Long.class)),
            key);
    if (found.isEmpty()) {
      throw new ProofAbsentException(Kind.RECORD);
    }
    return found.getFirst();
  }

  private RecordProof proof(LogEntry.Kind kind, Stored stored) {
    if (stored.index == null) {
      throw new NotIntegratedException();
    }
    RunProof proof = reader.proof(stored.index, null);
    return new RecordProof(
        kind.name().toLowerCase(Locale.ROOT),
        stored.record,
        proof.index(),
        proof.entry(),
        proof.checkpoint(),
        proof.inclusion());
  }
}
