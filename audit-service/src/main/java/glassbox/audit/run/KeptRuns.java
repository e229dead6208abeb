package glassbox.audit.run;

import glassbox.audit.content.Contents;
import glassbox.audit.content.RunContents;
import glassbox.contracts.run.RunContent;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Recorded runs as they are kept, for other parts of the service. */
@Component
public final class KeptRuns {
  private final Runs runs;
  private final RunStore store;
  private final Contents contents;

  KeptRuns(Runs runs, RunStore store, Contents contents) {
    this.runs = runs;
    this.store = store;
    this.contents = contents;
  }

  /**
   * A tenant's run.
   *
   * @throws RunNotFoundException if the tenant has none of that id
   */
  public KeptRun find(UUID runId, String tenant) {
    Run run = runs.findByRunIdAndTenant(runId, tenant).orElseThrow(RunNotFoundException::new);
    RunContents kept = contents.read(runId);
    return new KeptRun(run.envelope(), kept, store.text(kept));
  }

  /**
   * A run.
   *
   * @param envelope JSON, of which the record hash is
   * @param contents what there is of its content
   * @param text where it is kept
   */
  public record KeptRun(String envelope, RunContents contents, Optional<RunContent> text) {}
}
