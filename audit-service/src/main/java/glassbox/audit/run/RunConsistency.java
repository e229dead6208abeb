package glassbox.audit.run;

import glassbox.audit.run.RunRefusedException.Fault;
import glassbox.audit.run.RunRefusedException.Reason;
import glassbox.contracts.generation.ModelDigest;
import glassbox.contracts.run.RunContent;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunSubmission;
import glassbox.ledger.block.Routing;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.run.ContentCommitment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an envelope says what its blocks and its content say. */
final class RunConsistency {
  private final RunEnvelope envelope;
  private final List<TokenBlock> blocks;
  private final List<Fault> faults = new ArrayList<>();

  private RunConsistency(RunEnvelope envelope, List<TokenBlock> blocks) {
    this.envelope = envelope;
    this.blocks = blocks;
  }

  /**
   * Compares a submission with its blocks, given in the envelope's order.
   *
   * @throws RunRefusedException naming every field that disagrees
   */
  static void check(RunSubmission submission, List<TokenBlock> blocks, Optional<String> trace) {
    RunConsistency consistency = new RunConsistency(submission.envelope(), blocks);
    consistency.passes();
    consistency.specialists();
    consistency.require(
        blocks.getFirst().sampler().seed() == submission.envelope().seed(),
        "envelope.seed",
        "is not the seed of the first pass");
    consistency.certificate();
    consistency.content(submission.content());
    EsiConsistency.check(submission, blocks, trace, consistency.faults);
    if (!consistency.faults.isEmpty()) {
      throw new RunRefusedException(Reason.INCONSISTENT, consistency.faults);
    }
  }

  private void passes() {
    for (int i = 0; i < blocks.size(); i++) {
      TokenBlock block = blocks.get(i);
      String field = "envelope.blocks[" + i + "]";
      require(block.runId().equals(envelope.runId()), field, "belongs to another run");
      require(block.pass() == envelope.blocks().get(i).pass(), field, "is of another pass");
      require(block.execution().routing() == routing(), field, "has another routing");
    }
  }

  /** A record that names no routing is of full routing. */
  private Routing routing() {
    return envelope.routing() == glassbox.contracts.generation.Routing.LEGIBLE
        ? Routing.LEGIBLE
        : Routing.FULL;
  }

  private TokenBlock answer() {
    return blocks.get(envelope.answerIndex());
  }

  private void certificate() {
    @Nullable String member = CertificateConsistency.disagreeing(envelope.certificate(), answer());
    if (member != null) {
      faults.add(new Fault("envelope.certificate." + member, "is not that of the answer's deltas"));
    }
  }

  private void specialists() {
    Set<ModelDigest> ran = new HashSet<>();
    for (TokenBlock block : blocks) {
      for (SpecialistRef specialist : block.specialists()) {
        ran.add(new ModelDigest(specialist.id(), specialist.digest()));
      }
    }
    Set<ModelDigest> named = Set.copyOf(envelope.specialists());
    require(ran.equals(named), "envelope.specialists", "are not the specialists of the blocks");
  }

  private void content(@Nullable RunContent content) {
    if (content == null) {
      return;
    }
    require(
        envelope.contentHash().equals(commitment(content)),
        "envelope.content_hash",
        "is not of the content");
    require(
        content.tokens().size() == answer().tokens().size(),
        "content.tokens",
        "are not as many as the answer's pass recorded");
  }

  /** Null if the text is not Unicode, or the salt is none. */
  private @Nullable String commitment(RunContent content) {
    try {
      return ContentCommitment.of(
          content.salt(),
          envelope.runId(),
          content.system(),
          content.context(),
          content.prompt(),
          content.answer());
    } catch (IllegalArgumentException notToBeCommittedTo) {
      return null;
    }
  }

  private void require(boolean holds, String field, String message) {
    if (!holds) {
      faults.add(new Fault(field, message));
    }
  }
}
