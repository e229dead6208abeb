package glassbox.gateway.runs;

import glassbox.contracts.generation.ModelDigest;
import glassbox.contracts.run.RunPage;
import glassbox.contracts.run.RunView;
import glassbox.contracts.run.TokenPage;
import glassbox.contracts.run.TraceView;
import glassbox.gateway.access.Caller;
import glassbox.gateway.downstream.Audit;
import glassbox.gateway.downstream.Audit.Position;
import glassbox.gateway.downstream.DownstreamRefused;
import glassbox.gateway.downstream.DownstreamUnavailable;
import glassbox.gateway.records.RunRecorder;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** A tenant's recorded runs. Another tenant's run is as absent as one that never was. */
@Component
final class Runs {
  private final Audit audit;
  private final RunRecorder recorder;
  private final ConceptLabels labels;

  Runs(Audit audit, RunRecorder recorder, ConceptLabels labels) {
    this.audit = audit;
    this.recorder = recorder;
    this.labels = labels;
  }

  RunPage page(String tenant, Position position) {
    return audit.runs(tenant, position);
  }

  RunView find(UUID id, String tenant) {
    return orPending(id, tenant, () -> audit.run(id, tenant));
  }

  TokenPage tokens(UUID id, String tenant, Position position) {
    TokenPage page = orPending(id, tenant, () -> audit.tokens(id, tenant, position));
    if (page.tokens().stream().allMatch(token -> token.concepts().isEmpty())) {
      return page;
    }
    List<ModelDigest> ran = find(id, tenant).envelope().specialists();
    return new TokenPage(labels.label(page.tokens(), ran), page.next());
  }

  TraceView trace(UUID id, String tenant) {
    return orPending(id, tenant, () -> audit.trace(id, tenant));
  }

  void eraseContent(UUID id, Caller caller) {
    orPending(
        id,
        caller.tenant(),
        () -> {
          audit.eraseContent(id, caller.tenant(), caller.keyId());
          return id;
        });
  }

  private <T> T orPending(UUID id, String tenant, Supplier<T> read) {
    try {
      return read.get();
    } catch (DownstreamRefused e) {
      if (e.is("run-not-found") && recorder.isPending(id, tenant)) {
        throw new RunPending();
      }
      throw e;
    } catch (DownstreamUnavailable e) {
      if (recorder.isPending(id, tenant)) {
        throw new RunPending();
      }
      throw e;
    }
  }
}
