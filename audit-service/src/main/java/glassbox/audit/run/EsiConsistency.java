package glassbox.audit.run;

import glassbox.audit.run.RunRefusedException.Fault;
import glassbox.contracts.esi.AgentsRecord;
import glassbox.contracts.esi.EsiRecord;
import glassbox.contracts.run.RunContent;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.trace.RunTrace;
import glassbox.contracts.trace.TraceSummary;
import glassbox.esi.trace.Fragment;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.run.TraceCommitment;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what an envelope says of phases and evidence is what its blocks and its trace say. */
final class EsiConsistency {
  private final RunEnvelope envelope;
  private final EsiRecord esi;
  private final List<Fault> faults;

  private EsiConsistency(RunEnvelope envelope, EsiRecord esi, List<Fault> faults) {
    this.envelope = envelope;
    this.esi = esi;
    this.faults = faults;
  }

  /**
   * Adds what disagrees.
   *
   * @param blocks in the envelope's order
   * @param trace the content's, in canonical JSON
   */
  static void check(
      RunSubmission submission,
      List<TokenBlock> blocks,
      Optional<String> trace,
      List<Fault> faults) {
    @Nullable EsiRecord esi = submission.envelope().esi();
    @Nullable RunContent content = submission.content();
    if (esi == null) {
      if (trace.isPresent()) {
        faults.add(new Fault("content.trace", "is of a run without evidence"));
      }
      return;
    }
    EsiConsistency consistency = new EsiConsistency(submission.envelope(), esi, faults);
    consistency.passes(blocks);
    consistency.agents();
    consistency.ids();
    if (content != null) {
      consistency.trace(content, trace);
    }
  }

  private void passes(List<TokenBlock> blocks) {
    require(
        esi.passes().size() == blocks.size(), "envelope.esi.passes", "are not as many as blocks");
    for (int i = 0; i < Math.min(esi.passes().size(), blocks.size()); i++) {
      EsiRecord.Pass pass = esi.passes().get(i);
      TokenBlock block = blocks.get(i);
      String field = "envelope.esi.passes[" + i + "]";
      long forced = block.tokens().stream().filter(token -> token.forced()).count();
      require(pass.number() == block.pass(), field + ".number", "is not that of its block");
      require(pass.block().equals(envelope.blocks().get(i).hash()), field + ".block", "is another");
      require(
          pass.forced() == forced && pass.drawn() == block.tokens().size() - forced,
          field,
          "counts other tokens than its block");
      require(pass.seed() == block.sampler().seed(), field + ".seed", "is not that of its block");
    }
  }

  /** Every pass is of an agent that the record tells of, and the answer is the speaker's. */
  private void agents() {
    @Nullable AgentsRecord agents = esi.agents();
    List<Optional<String>> writers =
        esi.passes().stream().map(pass -> Optional.ofNullable(pass.agent())).toList();
    if (agents == null) {
      require(
          writers.stream().allMatch(Optional::isEmpty),
          "envelope.esi.passes.agent",
          "is named in a run of one");
      return;
    }
    Set<String> names = new HashSet<>(Set.of(agents.speaker()));
    for (AgentsRecord.AgentCourse other : agents.others()) {
      require(names.add(other.agent()), "envelope.esi.agents", "have a name more than once");
    }
    require(
        writers.stream().allMatch(writer -> writer.filter(names::contains).isPresent()),
        "envelope.esi.passes.agent",
        "is none of the agents");
    require(
        writers.contains(Optional.of(agents.speaker())),
        "envelope.esi.agents.speaker",
        "has no pass");
  }

  /** Ids count only if they were issued here, each once. */
  private void ids() {
    Set<String> issued = new HashSet<>();
    for (TraceSummary.FragmentRef fragment : esi.trace().fragments()) {
      require(
          issued.add(fragment.id()), "envelope.esi.trace.fragments", "have an id more than once");
    }
  }

  private void trace(RunContent content, Optional<String> json) {
    @Nullable RunTrace trace = content.trace();
    if (trace == null || json.isEmpty()) {
      require(false, "content.trace", "is missing");
      return;
    }
    require(trace.runId().equals(envelope.runId()), "content.trace.run_id", "is another run's");
    require(
        esi.trace().commitment().equals(commitment(content.salt(), json.get())),
        "envelope.esi.trace.commitment",
        "is not of the trace");
    require(
        trace.fragments().stream()
            .map(f -> new TraceSummary.FragmentRef(f.id(), f.kind(), f.tool(), f.ts()))
            .toList()
            .equals(esi.trace().fragments()),
        "envelope.esi.trace.fragments",
        "are not those of the trace");
    require(
        trace.claims().stream()
            .map(claim -> new TraceSummary.ClaimRef(claim.id(), claim.supports()))
            .toList()
            .equals(esi.trace().claims()),
        "envelope.esi.trace.claims",
        "are not those of the trace");
    for (RunTrace.Fragment fragment : trace.fragments()) {
      require(
          fragment.hash().equals(hash(fragment)), "content.trace.fragments.hash", "is another's");
    }
  }

  private static String hash(RunTrace.Fragment fragment) {
    return Fragment.of(
            fragment.kind(),
            fragment.tool(),
            fragment.id(),
            fragment.input(),
            fragment.output(),
            fragment.ts())
        .hash();
  }

  private static @Nullable String commitment(String salt, String json) {
    try {
      return TraceCommitment.of(salt, json);
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
