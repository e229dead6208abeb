package glassbox.audit;

import glassbox.contracts.generation.CertificateMode;
import glassbox.contracts.generation.CertificateSummary;
import glassbox.contracts.generation.CertificateSummary.Deltas;
import glassbox.contracts.run.Domain;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunSubmission;
import glassbox.ledger.attribution.DeltaSummary;
import glassbox.ledger.block.Supplement;
import glassbox.ledger.block.TokenBlock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs with certificates. */
public final class Certified {
  private Certified() {}

  /** A block whose deltas these are, to the level that blocks store. */
  public static TokenBlock block(UUID runId, List<Double> deltas) {
    return Samples.block(runId, 0, deltas.size())
        .withSupplement(Supplement.NONE.withDeltas(deltas))
        .stored();
  }

  /** The certificate of a block; null for one without deltas. */
  static @Nullable CertificateSummary certificate(TokenBlock block) {
    TokenBlock stored = block.stored();
    return stored.supplement().deltas().isEmpty() ? null : certificate(stored, 1);
  }

  /** The certificate of a block that has deltas as they are stored. */
  public static CertificateSummary certificate(TokenBlock block, double bar) {
    DeltaSummary deltas =
        DeltaSummary.of(
            block.supplement().deltas().stream().mapToDouble(Double::doubleValue).toArray());
    return CertificateSummary.certified(
        CertificateMode.FULL,
        null,
        new Deltas(deltas.tokens(), deltas.mean(), deltas.p95(), deltas.max()),
        1,
        bar);
  }

  /** A run of that block. */
  public static RunSubmission run(
      String tenant,
      Instant startedAt,
      TokenBlock block,
      @Nullable Domain domain,
      @Nullable CertificateSummary certificate) {
    RunSubmission plain = Samples.run(tenant, List.of(block));
    RunEnvelope run = plain.envelope();
    RunEnvelope envelope =
        new RunEnvelope(
            run.runId(),
            run.tenant(),
            run.kind(),
            run.federation(),
            startedAt,
            run.requestHash(),
            run.contentHash(),
            run.blocks(),
            run.report(),
            run.decision(),
            run.specialists(),
            run.build(),
            run.seed(),
            run.finishReason(),
            run.usage(),
            domain,
            null,
            certificate);
    return new RunSubmission(envelope, plain.content());
  }
}
