package glassbox.audit.analytics;

import glassbox.contracts.analytics.SpecialistDay;
import glassbox.contracts.analytics.SpecialistUse;
import glassbox.contracts.analytics.SpecialistsReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Shares of specialists, from the rollups. */
@Component
class SpecialistReports {
  /** A specialist with more than half of the mass on more of the runs than this. */
  static final double OVER_RELIED_FROM = 0.8;

  /** A specialist with less of the mass than this. */
  static final double DISPENSABLE_BELOW = 0.01;

  /** Most rows of daily series in an answer. */
  private static final int MOST_ROWS = 20_000;

  private static final double MICRO = 1e-6;
  private static final String SUMS =
      """
      sum(runs) as runs, sum(mass_micro) as mass_micro, sum(led) as led,
      sum(overruled) as overruled, sum(overruled_runs) as overruled_runs,
      sum(majority_runs) as majority_runs
      from analytics_specialist_days where tenant = ? and day between ? and ?
      """;

  private final JdbcTemplate jdbc;
  private final PendingRuns pending;

  SpecialistReports(JdbcTemplate jdbc, PendingRuns pending) {
    this.jdbc = jdbc;
    this.pending = pending;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  SpecialistsReport report(String tenant, Period period) {
    Map<String, Answered> federations = federations(tenant, period);
    List<Sums> totals = totals(tenant, period);
    Map<Name, List<DaySums>> days = new HashMap<>();
    boolean omitted = !readDays(tenant, period, days);
    Map<String, Long> mass = new HashMap<>();
    totals.forEach(t -> mass.merge(t.name.federation, t.massMicro, Long::sum));
    Map<DayOf, Long> dayMass = dayMass(days);
    List<SpecialistUse> uses =
        totals.stream()
            .map(
                t ->
                    use(
                        t,
                        federations,
                        mass,
                        series(days.getOrDefault(t.name, List.of()), dayMass)))
            .sorted(
                Comparator.comparing(SpecialistUse::federation)
                    .thenComparing(SpecialistUse::shareMass, Comparator.reverseOrder())
                    .thenComparing(SpecialistUse::specialist))
            .toList();
    return new SpecialistsReport(
        period.from(),
        period.to(),
        pending.count(),
        federations.values().stream().mapToLong(Answered::runs).sum(),
        federations.values().stream().mapToLong(Answered::tokens).sum(),
        omitted,
        uses);
  }

  /** Mass of each specialist over a period, in millionths of a token, by name. */
  Map<String, Long> massBySpecialist(String tenant, Period period) {
    Map<String, Long> mass = new HashMap<>();
    totals(tenant, period).forEach(t -> mass.merge(t.name.specialist, t.massMicro, Long::sum));
    return mass;
  }

  private Map<String, Answered> federations(String tenant, Period period) {
    Map<String, Answered> found = new HashMap<>();
    jdbc.query(
        """
        select federation, sum(runs) as runs, sum(answered_runs) as answered_runs,
          sum(tokens) as tokens
        from analytics_federation_days where tenant = ? and day between ? and ?
        group by federation
        """,
        row -> {
          found.put(
              row.getString("federation"),
              new Answered(
                  row.getLong("runs"), row.getLong("answered_runs"), row.getLong("tokens")));
        },
        tenant,
        period.from(),
        period.to());
    return found;
  }

  private List<Sums> totals(String tenant, Period period) {
    return jdbc.query(
        "select federation, specialist, " + SUMS + " group by federation, specialist",
        (row, index) -> sums(row),
        tenant,
        period.from(),
        period.to());
  }

  /** Whether they are few enough to be given. In order of day, as the primary key is. */
  private boolean readDays(String tenant, Period period, Map<Name, List<DaySums>> days) {
    List<DaySums> rows =
        jdbc.query(
            """
            select federation, specialist, day, runs, mass_micro, led, overruled, overruled_runs,
              majority_runs
            from analytics_specialist_days where tenant = ? and day between ? and ?
            order by day limit ?
            """,
            (row, index) -> new DaySums(row.getObject("day", LocalDate.class), sums(row)),
            tenant,
            period.from(),
            period.to(),
            MOST_ROWS + 1);
    if (rows.size() > MOST_ROWS) {
      return false;
    }
    rows.forEach(r -> days.computeIfAbsent(r.sums.name, n -> new ArrayList<>()).add(r));
    return true;
  }

  private static Map<DayOf, Long> dayMass(Map<Name, List<DaySums>> days) {
    Map<DayOf, Long> mass = new HashMap<>();
    for (List<DaySums> series : days.values()) {
      series.forEach(d -> mass.merge(d.dayOf(), d.sums.massMicro, Long::sum));
    }
    return mass;
  }

  private static List<SpecialistDay> series(List<DaySums> days, Map<DayOf, Long> dayMass) {
    return days.stream()
        .map(
            d ->
                new SpecialistDay(
                    d.day,
                    d.sums.runs,
                    d.sums.massMicro * MICRO,
                    ratio(d.sums.massMicro, dayMass.getOrDefault(d.dayOf(), 0L)),
                    d.sums.led,
                    d.sums.overruled,
                    d.sums.majorityRuns))
        .toList();
  }

  private static SpecialistUse use(
      Sums sums,
      Map<String, Answered> federations,
      Map<String, Long> mass,
      List<SpecialistDay> days) {
    String federation = sums.name.federation;
    Answered answered = federations.getOrDefault(federation, Answered.NONE);
    long all = mass.getOrDefault(federation, 0L);
    double share = ratio(sums.massMicro, all);
    double majority = ratio(sums.majorityRuns, answered.answeredRuns);
    return new SpecialistUse(
        federation,
        sums.name.specialist,
        sums.runs,
        sums.massMicro * MICRO,
        share,
        sums.led,
        sums.overruled,
        sums.overruledRuns,
        sums.majorityRuns,
        majority,
        majority > OVER_RELIED_FROM,
        all > 0 && share < DISPENSABLE_BELOW,
        days);
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  private static Sums sums(ResultSet row) throws SQLException {
    return new Sums(
        new Name(row.getString("federation"), row.getString("specialist")),
        row.getLong("runs"),
        row.getLong("mass_micro"),
        row.getLong("led"),
        row.getLong("overruled"),
        row.getLong("overruled_runs"),
        row.getLong("majority_runs"));
  }

  private record Name(String federation, String specialist) {}

  private record DayOf(String federation, LocalDate day) {}

  private record Answered(long runs, long answeredRuns, long tokens) {
    static final Answered NONE = new Answered(0, 0, 0);
  }

  private record Sums(
      Name name,
      long runs,
      long massMicro,
      long led,
      long overruled,
      long overruledRuns,
      long majorityRuns) {}

  private record DaySums(LocalDate day, Sums sums) {
    DayOf dayOf() {
      return new DayOf(sums.name.federation, day);
    }
  }
}
