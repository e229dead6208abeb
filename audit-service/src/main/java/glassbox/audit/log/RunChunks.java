package glassbox.audit.log;

import glassbox.audit.seal.RowAudit;
import glassbox.ledger.log.LogEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Hands the runs under the leaves to the checks of their rows, some at a time. At a start only the
 * last leaves' runs: how long a start takes must not grow with the log's age by more than the
 * leaves.
 */
final class RunChunks {
  private static final int SIZE = 256;
  private static final int AT_START = 2048;

  private final JdbcTemplate snapshot;
  private final List<RowAudit> audits;
  private final Findings findings;
  private final Map<UUID, String> chunk = new LinkedHashMap<>();
  private final boolean atStart;
  private final long first;

  RunChunks(JdbcTemplate snapshot, List<RowAudit> audits, Findings findings, boolean atStart) {
    this.snapshot = snapshot;
    this.atStart = atStart;
    first = atStart ? size(snapshot) - AT_START : 0;
    this.audits = audits;
    this.findings = findings;
  }

  private static long size(JdbcTemplate snapshot) {
    Long size =
        snapshot.queryForObject("select coalesce(max(index) + 1, 0) from log_entries", Long.class);
    return size == null ? 0 : size;
  }

  /** Takes a leaf's row; what is no run, or is not there, has no rows to check. */
  void add(ResultSet row) throws SQLException {
    @Nullable String envelope = row.getString("record");
    if (envelope != null
        && row.getLong("index") >= first
        && row.getString("kind").equals(LogEntry.Kind.RUN.name())) {
      chunk.put(row.getObject("record_id", UUID.class), envelope);
      if (chunk.size() == SIZE) {
        check();
      }
    }
  }

  private void check() {
    audits.forEach(audit -> audit.checkRuns(snapshot, chunk, this::found));
    chunk.clear();
  }

  private void found(@Nullable UUID runId, String message) {
    findings.add(null, runId, message);
  }

  /** After the last leaf: also what belongs to no run of the log. */
  void end() {
    check();
    audits.stream()
        .filter(audit -> !atStart || audit.isQuick())
        .forEach(audit -> audit.checkRest(snapshot, this::found));
  }
}
