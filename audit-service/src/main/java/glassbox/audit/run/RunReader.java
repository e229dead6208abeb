package glassbox.audit.run;

import glassbox.audit.block.Blocks;
import glassbox.audit.block.Summaries;
import glassbox.audit.block.WholeBlocks;
import glassbox.audit.content.Contents;
import glassbox.audit.content.RunContents;
import glassbox.contracts.esi.EsiRecord;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.run.RunContent;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunPage;
import glassbox.contracts.run.RunSummary;
import glassbox.contracts.run.RunView;
import glassbox.contracts.run.TokenPage;
import glassbox.contracts.run.TraceView;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockCodec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Gives recorded runs back, to their own tenant only. */
@Service
class RunReader {
  /** Most bytes of JSON that the tokens of a page take, unless a single one takes more. */
  static final int PAGE_BYTES = 1 << 20;

  private final KeptRuns kept;
  private final Runs runs;
  private final RunStore store;
  private final Blocks blocks;
  private final Contents contents;
  private final JsonMapper mapper;

  RunReader(
      KeptRuns kept,
      Runs runs,
      RunStore store,
      Blocks blocks,
      Contents contents,
      JsonMapper mapper) {
    this.kept = kept;
    this.runs = runs;
    this.store = store;
    this.blocks = blocks;
    this.contents = contents;
    this.mapper = mapper;
  }

  RunPage list(String tenant, @Nullable String cursor, int limit) {
    Cursor.RunPlace place = Cursor.runPlace(cursor);
    List<RunSummary> found =
        runs.findOlder(tenant, place.startedAt(), place.runId(), Limit.of(limit + 1));
    if (found.size() <= limit) {
      return new RunPage(found, null);
    }
    List<RunSummary> page = found.subList(0, limit);
    RunSummary last = page.getLast();
    return new RunPage(page, Cursor.of(new Cursor.RunPlace(last.startedAt(), last.runId())));
  }

  RunView view(UUID runId, String tenant) {
    Run run = kept.require(runId, tenant);
    RunContents content = contents.read(runId);
    return new RunView(
        mapper.readValue(run.envelope(), RunEnvelope.class),
        run.recordHash(),
        Summaries.of(run.maxResidual(), run.medianResidual()),
        mapper.readValue(run.shares(), Shares.class).shares(),
        store.text(content).orElse(null),
        content.state());
  }

  /**
   * A run's evidence.
   *
   * @throws TraceAbsentException if the run has none
   */
  TraceView trace(UUID runId, String tenant) {
    Run run = kept.require(runId, tenant);
    @Nullable EsiRecord esi = mapper.readValue(run.envelope(), RunEnvelope.class).esi();
    if (esi == null) {
      throw new TraceAbsentException();
    }
    RunContents content = contents.read(runId);
    @Nullable RunContent text = store.text(content).orElse(null);
    return new TraceView(runId, content.state(), esi.trace(), text == null ? null : text.trace());
  }

  TokenPage tokens(UUID runId, String tenant, @Nullable String cursor, int limit) {
    int from = Cursor.token(cursor);
    Run run = kept.require(runId, tenant);
    RunContents content = contents.read(runId);
    RunTokens tokens =
        new RunTokens(
            blocks.ofRun(runId).stream()
                .map(block -> Reconciliation.of(BlockCodec.decode(WholeBlocks.of(block, content))))
                .toList(),
            mapper.readValue(run.envelope(), RunEnvelope.class).answerIndex(),
            store.text(content).orElse(null));
    List<TokenAttribution> page = page(tokens.from(from).limit(limit).iterator());
    int next = from + page.size();
    return new TokenPage(page, next < tokens.size() ? Cursor.ofToken(next) : null);
  }

  private List<TokenAttribution> page(Iterator<TokenAttribution> tokens) {
    List<TokenAttribution> page = new ArrayList<>();
    long bytes = 0;
    while (tokens.hasNext()) {
      TokenAttribution token = tokens.next();
      bytes += mapper.writeValueAsBytes(token).length + 1;
      if (bytes > PAGE_BYTES && !page.isEmpty()) {
        break;
      }
      page.add(token);
    }
    return page;
  }

  /** Destroys a run's content for good. Again, it changes nothing. */
  void eraseContent(UUID runId, String tenant, String by) {
    Run run = kept.require(runId, tenant);
    contents.erase(runId, run.recordHash(), tenant, by);
  }
}
