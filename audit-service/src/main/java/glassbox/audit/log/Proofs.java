package glassbox.audit.log;

import glassbox.contracts.run.RunProof;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proofs of runs, for other parts of the service. */
@Component
public final class Proofs {
  private final LogPlaces places;
  private final LogReader reader;

  Proofs(LogPlaces places, LogReader reader) {
    this.places = places;
    this.reader = reader;
  }

  /**
   * That a tenant's run is in the published log, all of it under one checkpoint.
   *
   * @param from size of an earlier checkpoint that the log must extend; null for none
   * @throws RuntimeException as {@code GET /v1/runs/{id}/proof} answers: no such run, not
   *     integrated yet, no log of that size
   */
  public RunProof of(UUID runId, String tenant, @Nullable Long from) {
    return reader.proof(places.indexOf(runId, tenant), from);
  }

  /** The log at the checkpoint that is published now, for proofs of several runs. */
  public PublishedLog published() {
    return reader.published();
  }
}
