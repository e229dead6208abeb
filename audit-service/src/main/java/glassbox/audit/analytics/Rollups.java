package glassbox.audit.analytics;

import glassbox.audit.analytics.RunFacts.Cell;
import glassbox.audit.analytics.Tally.Bin;
import glassbox.audit.analytics.Tally.DomainCell;
import glassbox.audit.analytics.Tally.DomainSums;
import glassbox.audit.analytics.Tally.FederationSums;
import glassbox.audit.analytics.Tally.Level;
import glassbox.audit.analytics.Tally.SpecialistCell;
import glassbox.audit.analytics.Tally.SpecialistSums;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Adds to the rollups. */
@Repository
class Rollups {
  private static final int ROWS = 500;
  private static final String FEDERATIONS =
      """
      insert into analytics_federation_days as r
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant, day, federation) do update set
        runs = r.runs + excluded.runs,
        answered_runs = r.answered_runs + excluded.answered_runs,
        tokens = r.tokens + excluded.tokens,
        csa_runs = r.csa_runs + excluded.csa_runs,
        csa_micro = r.csa_micro + excluded.csa_micro,
        chi_runs = r.chi_runs + excluded.chi_runs,
        chi_micro = r.chi_micro + excluded.chi_micro,
        max_residual = greatest(r.max_residual, excluded.max_residual)
      """;
  private static final String SPECIALISTS =
      """
      insert into analytics_specialist_days as r
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant, day, federation, specialist) do update set
        runs = r.runs + excluded.runs,
        mass_micro = r.mass_micro + excluded.mass_micro,
        led = r.led + excluded.led,
        overruled = r.overruled + excluded.overruled,
        overruled_runs = r.overruled_runs + excluded.overruled_runs,
        majority_runs = r.majority_runs + excluded.majority_runs
      """;
  private static final String HISTOGRAMS =
      """
      insert into analytics_histogram_days as r
      values (?, ?, ?, ?, ?, ?)
      on conflict (tenant, day, federation, measure, bin) do update set
        runs = r.runs + excluded.runs
      """;

  private static final String DOMAINS =
      """
      insert into analytics_certificate_days as r
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant, day, federation, domain) do update set
        runs = r.runs + excluded.runs,
        certified_runs = r.certified_runs + excluded.certified_runs,
        untrusted_runs = r.untrusted_runs + excluded.untrusted_runs
      """;
  private static final String LEVELS =
      """
      insert into analytics_delta_days as r
      values (?, ?, ?, ?, ?, ?)
      on conflict (tenant, day, federation, domain, level) do update set
        tokens = r.tokens + excluded.tokens
      """;

  private final JdbcTemplate jdbc;

  Rollups(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a tally, in the caller's transaction. */
  void add(Tally tally) {
    jdbc.batchUpdate(FEDERATIONS, tally.federations(), ROWS, Rollups::federation);
    jdbc.batchUpdate(SPECIALISTS, tally.specialists(), ROWS, Rollups::specialist);
    jdbc.batchUpdate(HISTOGRAMS, tally.bins(), ROWS, Rollups::bin);
    jdbc.batchUpdate(DOMAINS, tally.domains(), ROWS, Rollups::domain);
    jdbc.batchUpdate(LEVELS, tally.levels(), ROWS, Rollups::level);
  }

  private static void federation(PreparedStatement row, Map.Entry<Cell, FederationSums> entry)
      throws SQLException {
    cell(row, entry.getKey());
    FederationSums sums = entry.getValue();
    row.setLong(4, sums.runs);
    row.setLong(5, sums.answeredRuns);
    row.setLong(6, sums.tokens);
    row.setLong(7, sums.csaRuns);
    row.setLong(8, sums.csaMicro);
    row.setLong(9, sums.chiRuns);
    row.setLong(10, sums.chiMicro);
    row.setDouble(11, sums.maxResidual);
  }

  private static void specialist(
      PreparedStatement row, Map.Entry<SpecialistCell, SpecialistSums> entry) throws SQLException {
    cell(row, entry.getKey().cell());
    row.setString(4, entry.getKey().specialist());
    SpecialistSums sums = entry.getValue();
    row.setLong(5, sums.runs);
    row.setLong(6, sums.massMicro);
    row.setLong(7, sums.led);
    row.setLong(8, sums.overruled);
    row.setLong(9, sums.overruledRuns);
    row.setLong(10, sums.majorityRuns);
  }

  private static void bin(PreparedStatement row, Map.Entry<Bin, Long> entry) throws SQLException {
    cell(row, entry.getKey().cell());
    row.setString(4, entry.getKey().measure().name());
    row.setInt(5, entry.getKey().bin());
    row.setLong(6, entry.getValue());
  }

  private static void domain(PreparedStatement row, Map.Entry<DomainCell, DomainSums> entry)
      throws SQLException {
    cell(row, entry.getKey().cell());
    row.setString(4, entry.getKey().domain());
    DomainSums sums = entry.getValue();
    row.setLong(5, sums.runs);
    row.setLong(6, sums.certifiedRuns);
    row.setLong(7, sums.untrustedRuns);
  }

  private static void level(PreparedStatement row, Map.Entry<Level, Long> entry)
      throws SQLException {
    cell(row, entry.getKey().cell().cell());
    row.setString(4, entry.getKey().cell().domain());
    row.setInt(5, entry.getKey().level());
    row.setLong(6, entry.getValue());
  }

  private static void cell(PreparedStatement row, Cell cell) throws SQLException {
    row.setString(1, cell.tenant());
    row.setObject(2, cell.day());
    row.setString(3, cell.federation());
  }
}
