package glassbox.audit.analytics;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of the table of runs as the recorder writes them, of any shares and verdicts. */
final class RunRows {
  private final JdbcTemplate jdbc;
  private final List<Object[]> rows = new ArrayList<>();

  RunRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A specialist's part of a row. */
  record Part(String id, double share, int led, int overruled) {}

  /** A row; {@code csa} NaN for no report, {@code chi} NaN for a report without it. */
  record Row(
      String tenant,
      String federation,
      Instant startedAt,
      String decision,
      int tokens,
      double residual,
      double csa,
      double chi,
      List<Part> parts) {

    String shares() {
      List<String> shares = new ArrayList<>();
      for (Part part : parts) {
        shares.add(
            String.format(
                Locale.ROOT,
                "{\"id\":\"%s\",\"share\":%s,\"tokens_led\":%d,\"tokens_overruled\":%d}",
                part.id,
                part.share,
                part.led,
                part.overruled));
      }
      return "{\"shares\":[" + String.join(",", shares) + "]}";
    }

    String envelope() {
      if (Double.isNaN(csa)) {
        return "{\"report\":null}";
      }
      String value = Double.isNaN(chi) ? "null" : "{\"value\":" + chi + "}";
      return String.format(
          Locale.ROOT,
          "{\"report\":{\"verdicts\":[],\"csa\":%s,\"chi\":%s,\"gate\":{\"outcome\":\"%s\"}}}",
          csa,
          value,
          decision.equals("COMMITTED") ? "commit" : "repair");
    }
  }

  UUID add(Row row) {
    UUID id = UUID.randomUUID();
    add(id, row);
    return id;
  }

  void add(UUID id, Row row) {
    rows.add(
        new Object[] {
          id,
          row.tenant,
          "GENERATE",
          row.federation,
          Timestamp.from(row.startedAt),
          row.decision,
          row.tokens,
          row.residual,
          row.residual,
          "ab".repeat(32),
          row.envelope(),
          row.shares(),
          Timestamp.from(row.startedAt)
        });
  }

  void write() {
    jdbc.batchUpdate("insert into runs values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
    rows.clear();
  }
}
