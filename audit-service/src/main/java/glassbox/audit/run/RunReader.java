package glassbox.audit.run;

import glassbox.audit.block.Blocks;
import glassbox.audit.block.Summaries;
import glassbox.audit.block.WholeBlocks;
import glassbox.audit.content.Contents;
import glassbox.audit.content.RunContents;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunPage;
import glassbox.contracts.run.RunSummary;
import glassbox.contracts.run.RunView;
import glassbox.contracts.run.TokenPage;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockCodec;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Gives recorded runs back, to their own tenant only. */
@Service
class RunReader {
  /** About the most bytes of JSON a page of tokens may take. */
  private static final int PAGE_BYTES = 1 << 20;

  private static final int TOKEN_BYTES = 320;
  private static final int SPECIALIST_BYTES = 420;

  private final Runs runs;
  private final RunStore store;
  private final Blocks blocks;
  private final Contents contents;
  private final JsonMapper mapper;

  RunReader(Runs runs, RunStore store, Blocks blocks, Contents contents, JsonMapper mapper) {
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
    Run run = find(runId, tenant);
    RunContents kept = contents.read(runId);
    return new RunView(
        mapper.readValue(run.envelope(), RunEnvelope.class),
        run.recordHash(),
        Summaries.of(run.maxResidual(), run.medianResidual()),
        mapper.readValue(run.shares(), Shares.class).shares(),
        store.text(kept).orElse(null),
        kept.state());
  }

  TokenPage tokens(UUID runId, String tenant, @Nullable String cursor, int limit) {
    int from = Cursor.token(cursor);
    find(runId, tenant);
    RunContents kept = contents.read(runId);
    RunTokens tokens =
        new RunTokens(
            blocks.ofRun(runId).stream()
                .map(block -> Reconciliation.of(BlockCodec.decode(WholeBlocks.of(block, kept))))
                .toList(),
            store.text(kept).orElse(null));
    int fitting = PAGE_BYTES / (TOKEN_BYTES + SPECIALIST_BYTES * tokens.specialists());
    int count = Math.clamp(fitting, 1, limit);
    int next = from + count;
    return new TokenPage(
        tokens.slice(from, count), next < tokens.size() ? Cursor.ofToken(next) : null);
  }

  /** Destroys a run's content for good. Again, it changes nothing. */
  void eraseContent(UUID runId, String tenant, String by) {
    find(runId, tenant);
    contents.erase(runId, tenant, by);
  }

  private Run find(UUID runId, String tenant) {
    return runs.findByRunIdAndTenant(runId, tenant).orElseThrow(RunNotFoundException::new);
  }
}
