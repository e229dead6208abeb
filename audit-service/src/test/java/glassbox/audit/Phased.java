package glassbox.audit;

import glassbox.contracts.esi.AgentsRecord;
import glassbox.contracts.esi.EsiRecord;
import glassbox.contracts.run.RunContent;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.trace.RunTrace;
import glassbox.contracts.trace.TraceSummary;
import glassbox.esi.trace.Fragment;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.run.TraceCommitment;
import glassbox.shell.json.StrictJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Runs through phases, with evidence. */
public final class Phased {
  private static final Instant AT = Instant.parse("2026-11-01T10:00:00.125Z");
  private static final JsonMapper JSON = StrictJson.mapper();

  private Phased() {}

  /** The evidence of a run: one call and what it gave. */
  public static RunTrace trace(UUID runId, String output) {
    Fragment fragment = Fragment.of("tool", "calculator", "t1", "12*35", output, AT);
    return new RunTrace(
        1,
        runId,
        List.of(
            new RunTrace.Fragment(
                "tool", "calculator", "t1", "12*35", output, fragment.hash(), AT, List.of())),
        List.of(new RunTrace.Claim("c1", "It is " + output, List.of("t1"), List.of())),
        new RunTrace.Provenance("demo", List.of(0.3, 0.8, 0.2), List.of(0.9, 0.95, 0.8), 0.02));
  }

  /** A run of these blocks with this evidence. */
  public static RunSubmission run(String tenant, List<TokenBlock> blocks, RunTrace trace) {
    return run(tenant, blocks, trace, UnaryOperator.identity());
  }

  /** The same, with something of its trace's summary changed after it was committed to. */
  public static RunSubmission run(
      String tenant, List<TokenBlock> blocks, RunTrace trace, UnaryOperator<TraceSummary> change) {
    return run(
        Samples.run(tenant, blocks),
        trace,
        change,
        blocks.stream().map(Phased::pass).toList(),
        null);
  }

  /**
   * A run of several agents.
   *
   * @param writers who wrote each block
   * @param answering index of the block that is the answer
   */
  public static RunSubmission together(
      String tenant,
      List<TokenBlock> blocks,
      RunTrace trace,
      List<String> writers,
      int answering,
      AgentsRecord agents) {
    List<EsiRecord.Pass> passes = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      EsiRecord.Pass pass = pass(blocks.get(i));
      passes.add(
          new EsiRecord.Pass(
              pass.number(),
              pass.stage(),
              pass.temperature(),
              pass.topP(),
              pass.seed(),
              pass.drawn(),
              pass.forced(),
              pass.millis(),
              pass.block(),
              writers.get(i)));
    }
    RunContent content = Samples.content(blocks.get(answering).tokens().size());
    return run(
        Samples.run(tenant, blocks, content), trace, UnaryOperator.identity(), passes, agents);
  }

  private static RunSubmission run(
      RunSubmission plain,
      RunTrace trace,
      UnaryOperator<TraceSummary> change,
      List<EsiRecord.Pass> passes,
      @Nullable AgentsRecord agents) {
    RunContent content = plain.content();
    if (content == null) {
      throw new IllegalStateException("samples have content");
    }
    TraceSummary summary =
        new TraceSummary(
            TraceCommitment.of(content.salt(), JSON.writeValueAsString(trace)),
            trace.fragments().stream()
                .map(f -> new TraceSummary.FragmentRef(f.id(), f.kind(), f.tool(), f.ts()))
                .toList(),
            trace.claims().stream()
                .map(c -> new TraceSummary.ClaimRef(c.id(), c.supports()))
                .toList(),
            1.0,
            0);
    return new RunSubmission(
        envelope(plain.envelope(), record(passes, change.apply(summary), agents)),
        new RunContent(
            content.salt(),
            content.system(),
            content.context(),
            content.prompt(),
            content.answer(),
            content.tokens(),
            trace));
  }

  private static EsiRecord record(
      List<EsiRecord.Pass> passes, TraceSummary trace, @Nullable AgentsRecord agents) {
    return new EsiRecord(
        "tools",
        "d4".repeat(32),
        new EsiRecord.Volatility(0, 0, 0, 0, 0),
        new EsiRecord.Starch(0.02, 10, 6),
        List.of(new EsiRecord.Heat(0.3, 0.9)),
        new EsiRecord.Bars(0.67, 0.35),
        List.of(new EsiRecord.Stage("outline", AT, false)),
        passes,
        List.of(),
        List.of(),
        0,
        0,
        false,
        new EsiRecord.Failure("unavailable", null),
        trace,
        new EsiRecord.Costs(1, 0, 0, 0, 0, 0),
        agents);
  }

  private static EsiRecord.Pass pass(TokenBlock block) {
    int forced = (int) block.tokens().stream().filter(token -> token.forced()).count();
    return new EsiRecord.Pass(
        block.pass(),
        "outline",
        0.3,
        0.9,
        block.sampler().seed(),
        block.tokens().size() - forced,
        forced,
        1,
        BlockHash.of(Samples.bytes(block)),
        null);
  }

  private static RunEnvelope envelope(RunEnvelope plain, EsiRecord esi) {
    return new RunEnvelope(
        plain.runId(),
        plain.tenant(),
        plain.kind(),
        plain.federation(),
        plain.startedAt(),
        plain.requestHash(),
        plain.contentHash(),
        plain.blocks(),
        plain.report(),
        plain.decision(),
        plain.specialists(),
        plain.build(),
        plain.seed(),
        plain.finishReason(),
        plain.usage(),
        plain.domain(),
        plain.routing(),
        plain.certificate(),
        esi);
  }
}
