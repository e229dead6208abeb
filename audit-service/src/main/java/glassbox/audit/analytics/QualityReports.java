package glassbox.audit.analytics;

import glassbox.audit.analytics.CertificateReports.FederationDeltas;
import glassbox.audit.analytics.Histograms.Counts;
import glassbox.contracts.analytics.DecisionCounts;
import glassbox.contracts.analytics.DeltaQuality;
import glassbox.contracts.analytics.FederationQuality;
import glassbox.contracts.analytics.GateCounts;
import glassbox.contracts.analytics.MeasureSummary;
import glassbox.contracts.analytics.QualityDay;
import glassbox.contracts.analytics.QualityReport;
import glassbox.contracts.run.Decision;
import glassbox.contracts.verdict.GateDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How good the answers were, from the rollups. */
@Component
class QualityReports {
  private static final int MOST_ROWS = 20_000;
  private static final double MICRO = 1e-6;

  private final JdbcTemplate jdbc;
  private final Histograms histograms;
  private final CertificateReports certificates;
  private final PendingRuns pending;

  QualityReports(
      JdbcTemplate jdbc,
      Histograms histograms,
      CertificateReports certificates,
      PendingRuns pending) {
    this.jdbc = jdbc;
    this.histograms = histograms;
    this.certificates = certificates;
    this.pending = pending;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  QualityReport report(String tenant, Period period) {
    Map<String, List<Day>> federations = days(tenant, period);
    boolean omitted = federations.values().stream().mapToInt(List::size).sum() > MOST_ROWS;
    Map<String, Counts> counts =
        histograms.byFederation(
            tenant, period, Measure.CSA, Measure.CHI, Measure.DECISION, Measure.GATE);
    Map<String, FederationDeltas> deltas = certificates.report(tenant, period, !omitted);
    return new QualityReport(
        period.from(),
        period.to(),
        pending.count(),
        omitted,
        federations.entrySet().stream()
            .map(
                f ->
                    quality(
                        f.getKey(),
                        f.getValue(),
                        counts.getOrDefault(f.getKey(), Counts.NONE),
                        deltas.getOrDefault(f.getKey(), new FederationDeltas()),
                        omitted))
            .toList());
  }

  private Map<String, List<Day>> days(String tenant, Period period) {
    Map<String, List<Day>> found = new TreeMap<>();
    jdbc.query(
        """
        select f.federation, f.day, f.runs, f.tokens, f.csa_runs, f.csa_micro, f.chi_runs,
          f.chi_micro, coalesce(h.runs, 0) as committed
        from analytics_federation_days f
        left join analytics_histogram_days h
          on h.tenant = f.tenant and h.day = f.day and h.federation = f.federation
            and h.measure = 'DECISION' and h.bin = ?
        where f.tenant = ? and f.day between ? and ? order by f.day
        """,
        row -> {
          found
              .computeIfAbsent(row.getString("federation"), f -> new ArrayList<>())
              .add(
                  new Day(
                      row.getObject("day", LocalDate.class),
                      row.getLong("runs"),
                      row.getLong("tokens"),
                      new Mean(row.getLong("csa_runs"), row.getLong("csa_micro")),
                      new Mean(row.getLong("chi_runs"), row.getLong("chi_micro")),
                      row.getLong("committed")));
        },
        Decision.COMMITTED.ordinal(),
        tenant,
        period.from(),
        period.to());
    return found;
  }

  private static FederationQuality quality(
      String federation, List<Day> days, Counts counts, FederationDeltas deltas, boolean omitted) {
    Mean csa = days.stream().map(Day::csa).reduce(Mean.NONE, Mean::plus);
    Mean chi = days.stream().map(Day::chi).reduce(Mean.NONE, Mean::plus);
    long runs = days.stream().mapToLong(Day::runs).sum();
    return new FederationQuality(
        federation,
        runs,
        days.stream().mapToLong(Day::tokens).sum(),
        new DecisionCounts(
            counts.of(Measure.DECISION, Decision.COMMITTED),
            counts.of(Measure.DECISION, Decision.PROVISIONAL),
            counts.of(Measure.DECISION, Decision.UNGATED)),
        new GateCounts(
            counts.of(Measure.GATE, GateDecision.Outcome.COMMIT),
            counts.of(Measure.GATE, GateDecision.Outcome.REPAIR),
            counts.of(Measure.GATE, GateDecision.Outcome.RESTART),
            runs - csa.runs),
        new MeasureSummary(csa.runs, csa.value(), Measure.tenths(counts.of(Measure.CSA))),
        new MeasureSummary(chi.runs, chi.value(), Measure.tenths(counts.of(Measure.CHI))),
        deltas.whole(),
        deltas.domains(),
        omitted ? List.of() : days.stream().map(day -> day.outward(deltas.on(day.day()))).toList());
  }

  private record Day(LocalDate day, long runs, long tokens, Mean csa, Mean chi, long committed) {
    QualityDay outward(DeltaQuality certificate) {
      return new QualityDay(day, runs, csa.value(), chi.value(), committed, certificate);
    }
  }

  private record Mean(long runs, long micro) {
    static final Mean NONE = new Mean(0, 0);

    Mean plus(Mean other) {
      return new Mean(runs + other.runs, micro + other.micro);
    }

    @Nullable Double value() {
      return runs == 0 ? null : micro * MICRO / runs;
    }
  }
}
