package glassbox.audit.analytics;

import glassbox.contracts.analytics.Canary;
import glassbox.contracts.analytics.LevelCounts;
import glassbox.contracts.analytics.ReconciliationReport;
import glassbox.contracts.analytics.RefusalDay;
import glassbox.ledger.attribution.Level;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How well the records add up, from the rollups and the alarms. */
@Component
class ReconciliationReports {
  private final JdbcTemplate jdbc;
  private final Histograms histograms;
  private final PendingRuns pending;

  ReconciliationReports(JdbcTemplate jdbc, Histograms histograms, PendingRuns pending) {
    this.jdbc = jdbc;
    this.histograms = histograms;
    this.pending = pending;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  ReconciliationReport report(String tenant, Period period) {
    Map<Integer, Long> residuals = residuals(tenant, period);
    Totals totals = totals(tenant, period);
    return new ReconciliationReport(
        period.from(),
        period.to(),
        pending.count(),
        totals.runs,
        totals.tokens,
        totals.maxResidual,
        Measure.decades(residuals),
        levels(residuals),
        canary(period, totals.maxResidual));
  }

  private Map<Integer, Long> residuals(String tenant, Period period) {
    Map<Integer, Long> all = new HashMap<>();
    histograms
        .byFederation(tenant, period, Measure.RESIDUAL)
        .values()
        .forEach(
            c -> c.of(Measure.RESIDUAL).forEach((bin, runs) -> all.merge(bin, runs, Long::sum)));
    return all;
  }

  private Totals totals(String tenant, Period period) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            """
            select coalesce(sum(runs), 0) as runs, coalesce(sum(tokens), 0) as tokens,
              coalesce(max(max_residual), 0) as max_residual
            from analytics_federation_days where tenant = ? and day between ? and ?
            """,
            (row, index) ->
                new Totals(
                    row.getLong("runs"), row.getLong("tokens"), row.getDouble("max_residual")),
            tenant,
            period.from(),
            period.to()));
  }

  private static LevelCounts levels(Map<Integer, Long> residuals) {
    long[] levels = new long[Level.values().length];
    residuals.forEach((bin, runs) -> levels[level(bin).ordinal()] += runs);
    return new LevelCounts(
        levels[Level.STRICT.ordinal()],
        levels[Level.LENIENT.ordinal()],
        levels[Level.FLAGGED.ordinal()],
        levels[Level.CATASTROPHIC.ordinal()]);
  }

  private static Level level(int bin) {
    if (bin < Measure.FROM_LENIENT) {
      return Level.STRICT;
    }
    if (bin < Measure.FROM_FLAGGED) {
      return Level.LENIENT;
    }
    return bin < Measure.FROM_CATASTROPHIC ? Level.FLAGGED : Level.CATASTROPHIC;
  }

  private Canary canary(Period period, double maxRecorded) {
    List<Refusal> refusals = refusals(period);
    long catastrophic =
        refusals.stream().filter(r -> Level.of(r.residual) == Level.CATASTROPHIC).count();
    Map<LocalDate, Long> days = new TreeMap<>();
    refusals.forEach(r -> days.merge(r.day, 1L, Long::sum));
    @Nullable Double largest =
        refusals.stream()
            .map(Refusal::residual)
            .filter(Double::isFinite)
            .max(Double::compare)
            .orElse(null);
    return new Canary(
        Level.REFUSED_FROM,
        !refusals.isEmpty() || !(maxRecorded < Level.REFUSED_FROM),
        openAlarms(),
        refusals.size(),
        refusals.size() - catastrophic,
        catastrophic,
        largest,
        days.entrySet().stream().map(d -> new RefusalDay(d.getKey(), d.getValue())).toList());
  }

  private List<Refusal> refusals(Period period) {
    return jdbc.query(
        """
        select (raised_at at time zone 'UTC')::date as day, max_residual
        from alarms where raised_at >= ? and raised_at < ?
        """,
        (row, index) ->
            new Refusal(row.getObject("day", LocalDate.class), row.getDouble("max_residual")),
        start(period.from()),
        start(period.to().plusDays(1)));
  }

  private long openAlarms() {
    Long open =
        jdbc.queryForObject(
            """
            select count(*) from alarms a
            where not exists (select from alarm_acknowledgements k where k.alarm_id = a.id)
            """,
            Long.class);
    return open == null ? 0 : open;
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  private record Totals(long runs, long tokens, double maxResidual) {}

  private record Refusal(LocalDate day, double residual) {}
}
