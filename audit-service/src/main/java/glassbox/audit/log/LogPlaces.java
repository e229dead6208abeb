package glassbox.audit.log;

import glassbox.audit.log.ProofAbsentException.Kind;
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
      select e.index from runs r left join log_entries e on e.run_id = r.run_id
      where r.run_id = ? and r.tenant = ?
      """;

  private final JdbcTemplate jdbc;

  LogPlaces(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The index of a run.
   *
   * @throws ProofAbsentException if the tenant has no such run
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
      throw new ProofAbsentException(Kind.RUN);
    }
    return found.getFirst().orElseThrow(NotIntegratedException::new);
  }
}
