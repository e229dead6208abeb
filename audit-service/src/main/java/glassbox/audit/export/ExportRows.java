package glassbox.audit.export;

import glassbox.audit.block.Blocks;
import glassbox.audit.block.WholeBlocks;
import glassbox.audit.month.RunRetiredException;
import glassbox.audit.run.KeptRuns;
import glassbox.audit.run.RunNotFoundException;
import glassbox.audit.run.RunTokens;
import glassbox.contracts.generation.SpecialistRest;
import glassbox.contracts.generation.SpecialistShare;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.run.RunEnvelope;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.run.RunRecordHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the rows of an export, holding a page of runs and the blocks of one run at a time. */
@Component
class ExportRows {
  private static final int PAGE = 100;

  private final ExportedRuns runs;
  private final KeptRuns kept;
  private final Blocks blocks;
  private final JsonMapper mapper;

  ExportRows(ExportedRuns runs, KeptRuns kept, Blocks blocks, JsonMapper mapper) {
    this.runs = runs;
    this.kept = kept;
    this.blocks = blocks;
    this.mapper = mapper;
  }

  /** Where rows go. */
  interface Sink<T> {
    void row(T row) throws IOException;
  }

  /** The shares as they are stored with a run. */
  private record StoredShares(List<SpecialistShare> shares) {}

  void runs(String tenant, ExportPeriod period, Sink<RunRow> sink) throws IOException {
    each(tenant, period, run -> sink.row(row(run)));
  }

  void tokens(String tenant, ExportPeriod period, Sink<TokenRow> sink) throws IOException {
    each(tenant, period, run -> tokens(tenant, run, sink));
  }

  private void each(String tenant, ExportPeriod period, Sink<ExportedRuns.Stored> sink)
      throws IOException {
    ExportedRuns.@Nullable Stored last = null;
    List<ExportedRuns.Stored> page;
    do {
      page = runs.after(tenant, period, last, PAGE);
      for (ExportedRuns.Stored run : page) {
        sink.row(run);
        last = run;
      }
    } while (page.size() == PAGE);
  }

  private RunRow row(ExportedRuns.Stored run) {
    return new RunRow(
        run.runId().toString(),
        run.startedAt(),
        run.federation(),
        run.kind(),
        run.decision(),
        run.tokens(),
        run.maxResidual(),
        run.medianResidual(),
        run.recordHash(),
        run.index(),
        mapper.readValue(run.shares(), StoredShares.class).shares(),
        new String(RunRecordHash.canonical(run.envelope()), StandardCharsets.UTF_8));
  }

  private void tokens(String tenant, ExportedRuns.Stored run, Sink<TokenRow> sink)
      throws IOException {
    KeptRuns.KeptRun whole;
    try {
      whole = kept.find(run.runId(), tenant);
    } catch (RunNotFoundException | RunRetiredException dropped) {
      return; // with its month, since the page was read
    }
    RunTokens tokens =
        new RunTokens(
            blocks.ofRun(run.runId()).stream()
                .map(b -> BlockCodec.decode(WholeBlocks.of(b, whole.contents())))
                .map(Reconciliation::of)
                .toList(),
            mapper.readValue(whole.envelope(), RunEnvelope.class).answerIndex(),
            whole.text().orElse(null));
    for (Iterator<TokenAttribution> each = tokens.from(0).iterator(); each.hasNext(); ) {
      sink.row(row(run, each.next()));
    }
  }

  private static TokenRow row(ExportedRuns.Stored run, TokenAttribution token) {
    SpecialistRest rest = token.rest();
    return new TokenRow(
        run.runId().toString(),
        run.startedAt(),
        run.federation(),
        token.position(),
        token.token(),
        token.tokenId(),
        token.jointLogProb(),
        token.sampledLogProb(),
        token.entropy(),
        token.reconciliationResidual(),
        token.forced(),
        token.delta(),
        token.perSpecialist().stream()
            .map(p -> new TokenRow.Part(p.id(), p.logProb(), p.logWeight(), p.share()))
            .toList(),
        rest == null ? null : rest.specialists(),
        rest == null ? null : rest.logMass(),
        rest == null ? null : rest.share(),
        token.concepts().stream()
            .map(c -> new TokenRow.Atom(c.name(), c.specialist(), c.activation()))
            .toList());
  }
}
