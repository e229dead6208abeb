package glassbox.audit.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Ids;
import glassbox.audit.Phased;
import glassbox.audit.Samples;
import glassbox.contracts.run.ContentState;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.run.TraceView;
import glassbox.contracts.trace.RunTrace;
import glassbox.contracts.trace.TraceSummary;
import glassbox.ledger.block.TokenBlock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Evidence, recorded and read back. */
@AuditTest
class TracesOverHttpTest {
  @LocalServerPort private int port;
  private AuditClient audit;
  private String tenant;

  @BeforeEach
  void connect() {
    audit = new AuditClient(port);
    tenant = "tenant-" + UUID.randomUUID();
  }

  private List<TokenBlock> blocks() {
    UUID runId = Ids.undated();
    List<TokenBlock> blocks = List.of(Samples.block(runId, 0, 4), Samples.block(runId, 1, 3));
    blocks.forEach(
        block -> assertThat(audit.postBlock(Samples.bytes(block)).status()).isLessThan(300));
    return blocks;
  }

  private AuditClient.Answer read(RunSubmission run) {
    return audit.get("/v1/runs/" + run.envelope().runId() + "/trace?tenant=" + tenant);
  }

  private AuditClient.Answer changed(UnaryOperator<TraceSummary> change) {
    List<TokenBlock> blocks = blocks();
    RunTrace trace = Phased.trace(blocks.getFirst().runId(), "420");
    return audit.postJson("/v1/runs", Phased.run(tenant, blocks, trace, change));
  }

  @Test
  void evidenceIsReadBackUntilItIsErased() {
    List<TokenBlock> blocks = blocks();
    RunTrace trace = Phased.trace(blocks.getFirst().runId(), "420");
    RunSubmission run = Phased.run(tenant, blocks, trace);
    assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(201);

    TraceView view = read(run).as(TraceView.class);
    assertThat(view.contentState()).isEqualTo(ContentState.KEPT);
    assertThat(view.trace()).isEqualTo(trace);
    TraceSummary summary = requireNonNull(run.envelope().esi()).trace();
    assertThat(view.summary()).isEqualTo(summary);

    String path = "/v1/runs/" + run.envelope().runId() + "/content?by=k&tenant=" + tenant;
    assertThat(audit.delete(path).status()).isEqualTo(204);
    TraceView erased = read(run).as(TraceView.class);
    assertThat(erased.contentState()).isEqualTo(ContentState.ERASED);
    assertThat(erased.trace()).isNull();
    assertThat(erased.summary()).isEqualTo(summary);
  }

  @Test
  void aPlainRunHasNoEvidence() {
    List<TokenBlock> blocks = blocks();
    RunSubmission run = Samples.run(tenant, blocks);
    assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(201);
    assertThat(read(run).status()).isEqualTo(404);
    assertThat(read(run).problem()).contains("trace-not-found");
  }

  @Test
  void anotherTenantSeesNothing() {
    List<TokenBlock> blocks = blocks();
    RunSubmission run = Phased.run(tenant, blocks, Phased.trace(blocks.getFirst().runId(), "420"));
    assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(201);
    tenant = "another-" + tenant;
    assertThat(read(run).status()).isEqualTo(404);
  }

  @Test
  void evidenceOtherThanCommittedToIsRefused() {
    assertThat(changed(s -> s.committedTo("0".repeat(64))).problem()).contains("run-inconsistent");
    assertThat(
            changed(s -> new TraceSummary(s.commitment(), List.of(), s.claims(), null, 0))
                .problem())
        .contains("run-inconsistent");
    List<TokenBlock> blocks = blocks();
    UUID runId = blocks.getFirst().runId();
    RunTrace honest = Phased.trace(runId, "420");
    RunTrace forged =
        new RunTrace(
            1,
            runId,
            List.of(
                new RunTrace.Fragment(
                    "tool",
                    "calculator",
                    "t1",
                    "12*35",
                    "421",
                    honest.fragments().getFirst().hash(),
                    honest.fragments().getFirst().ts(),
                    List.of())),
            honest.claims(),
            honest.provenance());
    AuditClient.Answer refused = audit.postJson("/v1/runs", Phased.run(tenant, blocks, forged));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(new String(refused.body(), StandardCharsets.UTF_8))
        .contains("content.trace.fragments.hash");
  }
}
