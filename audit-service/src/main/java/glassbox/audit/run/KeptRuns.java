package glassbox.audit.run;

import glassbox.audit.content.Contents;
import glassbox.audit.content.RunContents;
import glassbox.audit.month.Months;
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
  private final Months months;

  KeptRuns(Runs runs, RunStore store, Contents contents, Months months) {
    this.runs = runs;
    this.store = store;
    this.contents = contents;
    this.months = months;
  }

  /**
   * The row of a tenant's run.
   *
   * @throws RunNotFoundException if the tenant has none of that id
   * @throws glassbox.audit.month.RunRetiredException if it was dropped with its month
   */
  Run require(UUID runId, String tenant) {
    return runs.findByRunIdAndTenant(runId, tenant).orElseThrow(() -> absent(runId, tenant));
  }

  private RuntimeException absent(UUID runId, String tenant) {
    return months
        .retired(runId, tenant)
        .map(RuntimeException.class::cast)
        .orElseGet(RunNotFoundException::new);
  }

  /**
   * A tenant's run.
   *
   * @throws RunNotFoundException if the tenant has none of that id
   * @throws glassbox.audit.month.RunRetiredException if it was dropped with its month
   */
  public KeptRun find(UUID runId, String tenant) {
    Run run = require(runId, tenant);
    RunContents kept = contents.read(runId);
    Optional<RunContent> text = store.text(kept);
    return new KeptRun(run.envelope(), kept, text, text.flatMap(store::trace));
  }

  /**
   * A run.
   *
   * @param envelope JSON, of which the record hash is
   * @param contents what there is of its content
   * @param text where it is kept
   * @param trace its evidence in canonical JSON, where there is any and it is kept
   */
  public record KeptRun(
      String envelope, RunContents contents, Optional<RunContent> text, Optional<String> trace) {}
}
