package glassbox.audit.analytics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads histograms from the rollups. */
@Repository
class Histograms {
  private final JdbcTemplate jdbc;

  Histograms(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Histograms of some measures over a tenant's period, by federation. */
  Map<String, Counts> byFederation(String tenant, Period period, Measure... measures) {
    Map<String, Counts> found = new HashMap<>();
    jdbc.query(
        """
        select federation, measure, bin, sum(runs) as runs
        from analytics_histogram_days
        where tenant = ? and day between ? and ? and measure = any(?)
        group by federation, measure, bin
        """,
        row -> {
          found
              .computeIfAbsent(row.getString("federation"), f -> new Counts(new HashMap<>()))
              .add(
                  Measure.valueOf(row.getString("measure")),
                  row.getInt("bin"),
                  row.getLong("runs"));
        },
        tenant,
        period.from(),
        period.to(),
        Arrays.stream(measures).map(Measure::name).toArray(String[]::new));
    return found;
  }

  /** Runs by measure and bin. */
  record Counts(Map<Measure, Map<Integer, Long>> counts) {
    static final Counts NONE = new Counts(Map.of());

    private void add(Measure measure, int bin, long runs) {
      counts.computeIfAbsent(measure, m -> new HashMap<>()).merge(bin, runs, Long::sum);
    }

    Map<Integer, Long> of(Measure measure) {
      return counts.getOrDefault(measure, Map.of());
    }

    long of(Measure measure, Enum<?> bin) {
      return of(measure).getOrDefault(bin.ordinal(), 0L);
    }
  }
}
