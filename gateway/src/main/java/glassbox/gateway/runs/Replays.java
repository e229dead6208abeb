package glassbox.gateway.runs;

import glassbox.contracts.generation.ReplayRequest;
import glassbox.contracts.generation.Usage;
import glassbox.contracts.run.ContentState;
import glassbox.contracts.run.RunEnvelope;
import glassbox.contracts.run.RunView;
import glassbox.gateway.access.Caller;
import glassbox.gateway.downstream.Audit;
import glassbox.gateway.downstream.Inference;
import glassbox.gateway.limits.Admission;
import glassbox.gateway.limits.Turnstile;
import glassbox.gateway.runs.RunReplay.BlockReplay;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.MalformedBlockException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Runs recorded runs again: the sealed blocks from audit, the forward passes from inference. */
@Component
final class Replays {
  private final Turnstile turnstile;
  private final Runs runs;
  private final Audit audit;
  private final Inference inference;

  Replays(Turnstile turnstile, Runs runs, Audit audit, Inference inference) {
    this.turnstile = turnstile;
    this.runs = runs;
    this.audit = audit;
    this.inference = inference;
  }

  RunReplay replay(Caller caller, UUID id) {
    RunView run = runs.find(id, caller.tenant());
    if (run.contentState() != ContentState.KEPT) {
      throw new ContentGone(run.contentState());
    }
    RunEnvelope envelope = run.envelope();
    Usage usage = envelope.usage();
    long tokens = Math.addExact(usage.promptTokens(), usage.completionTokens());
    try (Admission admission = turnstile.admit(caller, tokens)) {
      List<BlockReplay> blocks =
          envelope.blocks().stream().map(block -> replay(envelope, block)).toList();
      admission.spend(tokens);
      return RunReplay.of(id, run.recordHash(), blocks);
    }
  }

  private static boolean isIntact(byte[] bytes, String hash) {
    try {
      return BlockHash.of(bytes).equals(hash);
    } catch (MalformedBlockException damaged) {
      return false;
    }
  }

  private BlockReplay replay(RunEnvelope run, RunEnvelope.BlockHash block) {
    byte[] bytes = audit.block(run.runId(), block.hash());
    String encoded = Base64.getEncoder().encodeToString(bytes);
    return new BlockReplay(
        block.pass(),
        block.hash(),
        isIntact(bytes, block.hash()),
        inference.replay(new ReplayRequest(run.federation(), encoded)));
  }
}
