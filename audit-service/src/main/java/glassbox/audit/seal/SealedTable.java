package glassbox.audit.seal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables with seals, and which columns a seal covers, in which order. What is not listed is
 * bound by one that is: a run's envelope by its record hash, a block's bytes by their hash.
 */
public enum SealedTable {
  RUNS(
      "runs",
      "run_id",
      "tenant",
      "kind",
      "federation",
      "started_at",
      "decision",
      "tokens",
      "max_residual",
      "median_residual",
      "record_hash",
      "shares",
      "recorded_at",
      "content_kept"),
  BLOCKS(
      "blocks",
      "hash",
      "run_id",
      "pass",
      "tokens",
      "max_residual",
      "median_residual",
      "received_at",
      "content_kept"),
  ENTRIES("log_entries", "index", "kind", "record_id", "record_hash", "sequenced_at", "owner"),
  CHECKPOINTS("log_checkpoints", "number", "size", "note", "published_at"),
  COSIGNATURES("log_cosignatures", "number", "line", "received_at"),
  ERASURES("erasures", "run_id", "record"),
  RETENTIONS("retentions", "month", "record", "days"),
  READS("audit_reads", "id", "tenant", "reader", "kind", "run_id", "detail", "purpose", "read_at"),
  ALARMS("alarms", "id", "run_id", "pass", "block_hash", "max_residual", "raised_at"),
  ACKNOWLEDGEMENTS("alarm_acknowledgements", "alarm_id", "acknowledged_at"),
  RECEIPTS(
      "royalty_receipts", "run_id", "fee_id", "tenant", "fee", "currency", "issued_at", "receipt"),
  JOURNAL("journal", "number", "kind", "id", "detail");

  private final String table;
  private final List<String> columns;

  SealedTable(String table, String... columns) {
    this.table = table;
    this.columns = List.of(columns);
  }

  /** Name in the database. */
  public String table() {
    return table;
  }

  /** The columns of its primary key. */
  public List<String> key() {
    return switch (this) {
      case RUNS, ERASURES -> List.of("run_id");
      case BLOCKS -> List.of("run_id", "hash");
      case ENTRIES -> List.of("index");
      case CHECKPOINTS, JOURNAL -> List.of("number");
      case COSIGNATURES -> List.of("number", "line");
      case RETENTIONS -> List.of("month");
      case READS, ALARMS -> List.of("id");
      case ACKNOWLEDGEMENTS -> List.of("alarm_id");
      case RECEIPTS -> List.of("run_id", "fee_id");
    };
  }

  /** The covered columns, for a select. */
  public String columns() {
    return String.join(", ", columns);
  }

  /** The covered columns of the current row. */
  public List<@Nullable Object> read(ResultSet row) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (String column : columns) {
      values.add(value(row.getObject(column)));
    }
    return values;
  }

  private static @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case Timestamp time -> time.toInstant();
      case Date day -> day.toLocalDate();
      case null -> null;
      default -> value;
    };
  }
}
