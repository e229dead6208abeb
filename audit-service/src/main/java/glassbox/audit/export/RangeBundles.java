package glassbox.audit.export;

import glassbox.audit.export.ExportProblems.BundleRefusedException;
import glassbox.audit.export.ExportProblems.BundleRefusedException.Reason;
import glassbox.audit.log.Proofs;
import glassbox.audit.log.PublishedLog;
import glassbox.ledger.bundle.Bundle;
import glassbox.ledger.bundle.BundleCodec;
import glassbox.ledger.bundle.BundleWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The bundle of a period's runs, all under one checkpoint, written run by run. */
@Component
class RangeBundles {
  private final ExportedRuns runs;
  private final Bundles bundles;
  private final Proofs proofs;

  RangeBundles(ExportedRuns runs, Bundles bundles, Proofs proofs) {
    this.runs = runs;
    this.bundles = bundles;
    this.proofs = proofs;
  }

  /** What will be written: a checkpoint and the runs under it. */
  record Prepared(String tenant, PublishedLog log, List<ExportedRuns.Place> runs) {
    Prepared {
      runs = List.copyOf(runs);
    }
  }

  /**
   * Finds the runs and a checkpoint over all of them.
   *
   * @throws BundleRefusedException if there are none or too many
   * @throws RuntimeException as {@code GET /v1/runs/{id}/proof} answers where one is not integrated
   */
  Prepared prepare(String tenant, ExportPeriod period) {
    List<ExportedRuns.Place> found = runs.places(tenant, period, Bundle.MAX_RUNS + 1);
    if (found.isEmpty()) {
      throw new BundleRefusedException(Reason.EMPTY);
    }
    long bytes = found.stream().mapToLong(ExportedRuns.Place::bytes).sum();
    if (found.size() > Bundle.MAX_RUNS || bytes > BundleCodec.MAX_BYTES / 2) {
      throw new BundleRefusedException(Reason.TOO_LARGE);
    }
    PublishedLog log = proofs.published();
    for (ExportedRuns.Place place : found) {
      log.require(place.index());
    }
    return new Prepared(tenant, log, found);
  }

  void write(Prepared prepared, OutputStream out) throws IOException {
    BundleWriter writer =
        new BundleWriter(
            out, prepared.runs().size(), prepared.log().checkpoint(), Optional.empty());
    for (ExportedRuns.Place place : prepared.runs()) {
      long index = prepared.log().require(place.index());
      writer.run(
          bundles.run(place.runId(), prepared.tenant(), index, prepared.log().inclusion(index)));
    }
    writer.seal();
  }
}
