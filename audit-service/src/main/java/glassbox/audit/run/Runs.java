package glassbox.audit.run;

import glassbox.contracts.run.RunSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The recorded runs. */
interface Runs extends Repository<Run, UUID> {

  Run saveAndFlush(Run run);

  Optional<Run> findById(UUID runId);

  Optional<Run> findByRunIdAndTenant(UUID runId, String tenant);

  /** A tenant's runs older than a place in the list, newest first. */
  @Query(
      """
      select new glassbox.contracts.run.RunSummary(
        r.runId, r.tenant, r.kind, r.federation, r.startedAt, r.decision, r.tokens, r.maxResidual)
      from Run r
      where r.tenant = :tenant
        and (r.startedAt < :at or (r.startedAt = :at and r.runId < :id))
      order by r.startedAt desc, r.runId desc
      """)
  List<RunSummary> findOlder(String tenant, Instant at, UUID id, Limit limit);
}
