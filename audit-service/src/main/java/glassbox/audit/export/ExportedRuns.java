package glassbox.audit.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** A tenant's recorded runs in the order they started, a page at a time. */
@Repository
class ExportedRuns {
  private static final UUID FIRST = new UUID(0, 0);
  private static final String PAGE =
      """
      select r.run_id, r.started_at, r.federation, r.kind, r.decision, r.tokens, r.max_residual,
        r.median_residual, r.record_hash, r.shares, r.envelope, e.index
      from runs r left join log_entries e on e.kind = 'RUN' and e.record_id = r.run_id
      where r.tenant = ? and r.started_at < ? and (r.started_at, r.run_id) > (?, ?)
      order by r.started_at, r.run_id
      limit ?
      """;
  private static final String BUNDLED =
      """
      select r.run_id, e.index, octet_length(r.envelope)
        + (select coalesce(sum(octet_length(b.bytes)), 0) from blocks b where b.run_id = r.run_id)
        as bytes
      from runs r left join log_entries e on e.kind = 'RUN' and e.record_id = r.run_id
      where r.tenant = ? and r.started_at >= ? and r.started_at < ?
      order by e.index nulls first
      limit ?
      """;

  private final JdbcTemplate jdbc;

  ExportedRuns(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A run as it is stored; {@code shares} and {@code envelope} are JSON. */
  record Stored(
      UUID runId,
      Instant startedAt,
      String federation,
      String kind,
      String decision,
      int tokens,
      double maxResidual,
      double medianResidual,
      String recordHash,
      String shares,
      String envelope,
      @Nullable Long index) {}

  /** A run's place in the log, null if it has none yet, and about what a bundle of it takes. */
  record Place(UUID runId, @Nullable Long index, long bytes) {}

  /** The runs of a period after one of them, or the first ones for null. */
  List<Stored> after(String tenant, ExportPeriod period, @Nullable Stored last, int limit) {
    // The lowest id comes before any run, so the first page begins with the period's first instant.
    Instant at = last == null ? period.from() : last.startedAt();
    UUID id = last == null ? FIRST : last.runId();
    return jdbc.query(
        PAGE,
        (row, number) -> stored(row),
        tenant,
        period.to().atOffset(ZoneOffset.UTC),
        at.atOffset(ZoneOffset.UTC),
        id,
        limit);
  }

  /** Where a period's runs are in the log, in its order; those without a place first. */
  List<Place> places(String tenant, ExportPeriod period, int limit) {
    return jdbc.query(
        BUNDLED,
        (row, number) ->
            new Place(
                row.getObject("run_id", UUID.class),
                row.getObject("index", Long.class),
                row.getLong("bytes")),
        tenant,
        period.from().atOffset(ZoneOffset.UTC),
        period.to().atOffset(ZoneOffset.UTC),
        limit);
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getObject("run_id", UUID.class),
        row.getObject("started_at", java.time.OffsetDateTime.class).toInstant(),
        row.getString("federation"),
        row.getString("kind"),
        row.getString("decision"),
        row.getInt("tokens"),
        row.getDouble("max_residual"),
        row.getDouble("median_residual"),
        row.getString("record_hash"),
        row.getString("shares"),
        row.getString("envelope"),
        row.getObject("index", Long.class));
  }
}
