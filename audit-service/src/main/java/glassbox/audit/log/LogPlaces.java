package glassbox.audit.log;

import glassbox.audit.log.ProofAbsentException.Kind;
import glassbox.audit.month.Months;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Where in the log a tenant's runs are. */
@Repository
class LogPlaces {
  private static final String FIND =
      """
      select e.index from runs r
      left join log_entries e on e.kind = 'RUN' and e.record_id = r.run_id
      where r.run_id = ? and r.tenant = ?
      """;

  private final JdbcTemplate jdbc;
  private final Months months;

  LogPlaces(JdbcTemplate jdbc, Months months) {
    this.jdbc = jdbc;
    this.months = months;
  }

  /**
   * The index of a run.
   *
   * @throws ProofAbsentException if the tenant has no such run
   * @throws glassbox.audit.month.RunRetiredException if it was dropped with its month
   * @throws NotIntegratedException if it has none yet
   */
  long indexOf(UUID runId, String tenant) {
    List<Optional<Long>> found =
        jdbc.query(
            FIND,
            (row, number) -> Optional.ofNullable(row.getObject("index", Long.class)),
            runId,
            tenant);
    if (found.isEmpty()) {
      throw months
          .retired(runId, tenant)
          .map(RuntimeException.class::cast)
          .orElseGet(() -> new ProofAbsentException(Kind.RUN));
    }
    return found.getFirst().orElseThrow(NotIntegratedException::new);
  }
}
