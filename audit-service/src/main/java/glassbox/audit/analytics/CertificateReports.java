package glassbox.audit.analytics;

import glassbox.contracts.analytics.DeltaQuality;
import glassbox.contracts.analytics.DomainQuality;
import glassbox.contracts.run.Domain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Certificates from the rollups: by day and by domain. */
@Repository
class CertificateReports {
  private static final String RUNS =
      """
      sum(runs) as runs, sum(certified_runs) as certified_runs,
      sum(untrusted_runs) as untrusted_runs from analytics_certificate_days
      """;
  private static final String LEVELS = "level, sum(tokens) as tokens from analytics_delta_days ";

  private final JdbcTemplate jdbc;

  CertificateReports(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A tenant's federations over a period; by day only where the series are wanted. */
  Map<String, FederationDeltas> report(String tenant, Period period, boolean series) {
    Map<String, FederationDeltas> found = new HashMap<>();
    each(found, tenant, period, "domain", RUNS, (of, row) -> of.runs(row.getString("domain"), row));
    each(
        found,
        tenant,
        period,
        "domain, level",
        LEVELS,
        (of, row) -> of.tokens(row.getString("domain"), row));
    if (series) {
      each(found, tenant, period, "day", RUNS, (of, row) -> of.runs(day(row), row));
      each(found, tenant, period, "day, level", LEVELS, (of, row) -> of.tokens(day(row), row));
    }
    return found;
  }

  private static LocalDate day(ResultSet row) throws SQLException {
    return row.getObject("day", LocalDate.class);
  }

  /** Takes a row in. */
  private interface Taker {
    void take(FederationDeltas of, ResultSet row) throws SQLException;
  }

  private void each(
      Map<String, FederationDeltas> found,
      String tenant,
      Period period,
      String group,
      String sums,
      Taker taker) {
    String key = group.split(",", -1)[0];
    jdbc.query(
        "select federation, %s, %s where tenant = ? and day between ? and ? group by federation, %s"
            .formatted(key, sums, group),
        row -> {
          taker.take(
              found.computeIfAbsent(row.getString("federation"), f -> new FederationDeltas()), row);
        },
        tenant,
        period.from(),
        period.to());
  }

  /** A federation's certified tokens, by day and by domain. */
  static final class FederationDeltas {
    private final Deltas whole = new Deltas();
    private final Map<LocalDate, Deltas> days = new HashMap<>();
    private final Map<String, Deltas> domains = new TreeMap<>();
    private final Map<String, Long> runs = new HashMap<>();

    private void runs(String domain, ResultSet row) throws SQLException {
      runs.merge(domain, row.getLong("runs"), Long::sum);
      for (Deltas each : List.of(whole, of(domain))) {
        each.addRuns(row.getLong("certified_runs"), row.getLong("untrusted_runs"));
      }
    }

    private void tokens(String domain, ResultSet row) throws SQLException {
      for (Deltas each : List.of(whole, of(domain))) {
        each.addTokens(row.getInt("level"), row.getLong("tokens"));
      }
    }

    private Deltas of(String domain) {
      return domains.computeIfAbsent(domain, d -> new Deltas());
    }

    private void runs(LocalDate day, ResultSet row) throws SQLException {
      of(day).addRuns(row.getLong("certified_runs"), row.getLong("untrusted_runs"));
    }

    private void tokens(LocalDate day, ResultSet row) throws SQLException {
      of(day).addTokens(row.getInt("level"), row.getLong("tokens"));
    }

    private Deltas of(LocalDate day) {
      return days.computeIfAbsent(day, d -> new Deltas());
    }

    DeltaQuality whole() {
      return whole.quality();
    }

    DeltaQuality on(LocalDate day) {
      @Nullable Deltas found = days.get(day);
      return found == null ? DeltaQuality.NONE : found.quality();
    }

    /** In the order of domains, runs without one last. */
    List<DomainQuality> domains() {
      List<DomainQuality> qualities = new ArrayList<>();
      for (Domain domain : Domain.values()) {
        add(qualities, domain, domain.name().toLowerCase(Locale.ROOT));
      }
      add(qualities, null, "");
      return qualities;
    }

    private void add(List<DomainQuality> qualities, @Nullable Domain domain, String name) {
      @Nullable Deltas found = domains.get(name);
      if (found != null) {
        qualities.add(new DomainQuality(domain, runs.getOrDefault(name, 0L), found.quality()));
      }
    }
  }
}
