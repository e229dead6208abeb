package glassbox.audit.export;

import glassbox.audit.block.Blocks;
import glassbox.audit.block.WholeBlocks;
import glassbox.audit.log.Proofs;
import glassbox.audit.run.KeptRuns;
import glassbox.contracts.run.RunContent;
import glassbox.contracts.run.RunProof;
import glassbox.ledger.bundle.Bundle;
import glassbox.ledger.bundle.BundleCodec;
import glassbox.ledger.bundle.BundledRun;
import glassbox.ledger.bundle.BundledText;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.run.RunRecordHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts bundles of runs together from what is kept and what is published. */
@Component
final class Bundles {
  private final KeptRuns runs;
  private final Blocks blocks;
  private final Proofs proofs;

  Bundles(KeptRuns runs, Blocks blocks, Proofs proofs) {
    this.runs = runs;
    this.blocks = blocks;
    this.proofs = proofs;
  }

  /**
   * The bundle of a tenant's run.
   *
   * @param from size of an earlier checkpoint that the log must extend; null for none
   */
  byte[] of(UUID runId, String tenant, @Nullable Long from) {
    KeptRuns.KeptRun run = runs.find(runId, tenant);
    RunProof proof = proofs.of(runId, tenant, from);
    BundledRun bundled = bundled(runId, run, proof.index(), hashes(proof.inclusion()));
    return BundleCodec.encode(
        new Bundle(proof.checkpoint(), growth(from, proof.consistency()), List.of(bundled)));
  }

  /** A tenant's run with its place in the log. */
  BundledRun run(UUID runId, String tenant, long index, List<Hash> inclusion) {
    return bundled(runId, runs.find(runId, tenant), index, inclusion);
  }

  private BundledRun bundled(UUID runId, KeptRuns.KeptRun run, long index, List<Hash> inclusion) {
    return new BundledRun(
        new String(RunRecordHash.canonical(run.envelope()), StandardCharsets.UTF_8),
        index,
        inclusion,
        blocks.ofRun(runId).stream().map(b -> WholeBlocks.of(b, run.contents())).toList(),
        run.text().map(Bundles::text),
        run.trace());
  }

  private static Optional<Bundle.Growth> growth(
      @Nullable Long from, @Nullable List<String> consistency) {
    return from == null || consistency == null
        ? Optional.empty()
        : Optional.of(new Bundle.Growth(from, hashes(consistency)));
  }

  private static List<Hash> hashes(List<String> hex) {
    return hex.stream().map(Hash::ofHex).toList();
  }

  private static BundledText text(RunContent content) {
    return new BundledText(
        content.salt(), content.system(), content.context(), content.prompt(), content.answer());
  }
}
