package glassbox.audit.run;

import glassbox.contracts.run.RunContent;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Recorded runs as they are kept, for other parts of the service. */
@Component
public final class KeptRuns {
  private final Runs runs;
  private final RunStore store;

  KeptRuns(Runs runs, RunStore store) {
    this.runs = runs;
    this.store = store;
  }

  /**
   * A tenant's run.
   *
   * @throws RunNotFoundException if the tenant has none of that id
   */
  public KeptRun find(UUID runId, String tenant) {
    Run run = runs.findByRunIdAndTenant(runId, tenant).orElseThrow(RunNotFoundException::new);
    return new KeptRun(run.envelope(), store.content(runId));
  }

  /**
   * A run.
   *
   * @param envelope JSON, of which the record hash is
   * @param content where it is kept
   */
  public record KeptRun(String envelope, Optional<RunContent> content) {}
}
