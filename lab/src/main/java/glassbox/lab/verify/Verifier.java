package glassbox.lab.verify;

import glassbox.ledger.bundle.Bundle;
import glassbox.ledger.bundle.BundleCodec;
import glassbox.ledger.bundle.BundledRun;
import glassbox.ledger.bundle.MalformedBundleException;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges a bundle. Needs no server, no clock and no file but what it is given.
 *
 * @param trust keys of the log, from a trusted place
 * @param older an earlier checkpoint that the reader kept
 * @param models to compute the numbers again
 * @param bars of the gate and of chi
 * @param records of erasures and dropped months
 */
public record Verifier(
    CheckpointVerifier trust,
    Optional<byte[]> older,
    Optional<Replays> models,
    Bars bars,
    LogRecords records) {

  /** A verifier with the defaults: no earlier checkpoint, no models, the specification's bars. */
  public Verifier(CheckpointVerifier trust) {
    this(trust, Optional.empty(), Optional.empty(), Bars.DEFAULT);
  }

  /** A verifier without records. */
  public Verifier(
      CheckpointVerifier trust, Optional<byte[]> older, Optional<Replays> models, Bars bars) {
    this(trust, older, models, bars, LogRecords.NONE);
  }

  /** Checks everything that can be checked. Never throws for what the bytes say. */
  public Verification verify(byte[] bytes) {
    Bundle bundle;
    try {
      bundle = BundleCodec.decode(bytes);
    } catch (MalformedBundleException e) {
      return new Verification(
          List.of(CheckResult.unjudged(Check.FORM, "%s", String.valueOf(e.getMessage()))),
          List.of());
    }
    LogChecks log = new LogChecks(trust, older);
    List<CheckResult> general = new ArrayList<>();
    general.add(
        CheckResult.held(
            Check.FORM,
            "%d runs in %d bytes, in their one spelling",
            bundle.runs().size(),
            bytes.length));
    general.add(log.checkpoint(bundle));
    general.add(log.growth(bundle));
    general.addAll(records.refused());
    return new Verification(general, bundle.runs().stream().map(run -> run(run, log)).toList());
  }

  private RunVerification run(BundledRun run, LogChecks log) {
    List<CheckResult> results = new ArrayList<>();
    results.add(log.inclusion(run));
    Envelope envelope;
    try {
      envelope = Envelope.read(run.envelope());
    } catch (Envelope.Unreadable e) {
      results.add(
          CheckResult.wrong(Check.BLOCKS, "the record: %s", String.valueOf(e.getMessage())));
      return new RunVerification("unnamed", run.index(), List.of(), List.of(), results);
    }
    BlockChecks.Checked blocks = BlockChecks.check(envelope, run.blocks());
    NumberChecks.Checked numbers = NumberChecks.check(blocks.blocks());
    results.add(blocks.result());
    results.add(numbers.result());
    results.add(CertificateChecks.check(envelope, blocks.blocks()));
    results.add(VerdictChecks.check(envelope, bars));
    if (envelope.esi().isPresent()) {
      results.add(PhaseChecks.check(envelope, envelope.esi().get(), blocks.blocks()));
      results.add(EvidenceChecks.check(envelope.esi().get(), run));
    }
    results.add(TextChecks.check(envelope, run.text()));
    if (!records.isEmpty()) {
      results.add(records.of(run, envelope));
    }
    results.add(ReplayChecks.check(blocks.blocks(), models));
    return new RunVerification(
        envelope.runId().toString(), run.index(), envelope.about(), numbers.shares(), results);
  }
}
