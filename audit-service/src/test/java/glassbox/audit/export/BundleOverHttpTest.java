package glassbox.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditClient.Answer;
import glassbox.audit.AuditTest;
import glassbox.audit.Samples;
import glassbox.contracts.run.RunSubmission;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.bundle.Bundle;
import glassbox.ledger.bundle.BundleCodec;
import glassbox.ledger.bundle.BundledRun;
import glassbox.ledger.checkpoint.Checkpoint;
import glassbox.ledger.log.LogEntry;
import glassbox.ledger.merkle.InclusionProof;
import glassbox.ledger.merkle.ProofVerifier;
import glassbox.ledger.merkle.TreeHead;
import glassbox.ledger.note.Note;
import glassbox.ledger.run.ContentCommitment;
import glassbox.ledger.run.RunRecordHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@AuditTest
class BundleOverHttpTest {
  @LocalServerPort private int port;
  private AuditClient audit;
  private String tenant;

  @BeforeEach
  void connect() {
    audit = new AuditClient(port);
    tenant = "tenant-" + UUID.randomUUID();
  }

  @Test
  void holdsAllThatAVerifierNeeds() {
    RunSubmission run = record();
    Bundle bundle = BundleCodec.decode(await(run, "").body());
    BundledRun bundled = bundle.runs().getFirst();
    TreeHead head =
        Checkpoint.parse(Note.parse(bundle.checkpoint().getBytes(StandardCharsets.UTF_8)).text())
            .head();
    String recordHash = RunRecordHash.of(bundled.envelope());
    assertThat(recordHash)
        .isEqualTo(RunRecordHash.of(AuditClient.JSON.writeValueAsString(run.envelope())));
    assertThat(
            ProofVerifier.includes(
                head,
                LogEntry.run(recordHash).leafHash(),
                new InclusionProof(bundled.index(), head.size(), bundled.inclusion())))
        .isTrue();
    assertThat(bundled.blocks())
        .extracting(BlockHash::of)
        .containsExactly(run.envelope().blocks().getFirst().hash());
    assertThat(bundled.text())
        .hasValueSatisfying(
            text ->
                assertThat(
                        ContentCommitment.of(
                            text.salt(),
                            run.envelope().runId(),
                            text.system(),
                            text.context(),
                            text.prompt(),
                            text.answer()))
                    .isEqualTo(run.envelope().contentHash()));
    assertThat(bundle.growth()).isEmpty();
    assertThat(BundleCodec.decode(await(run, "&from=" + head.size()).body()).growth()).isPresent();
  }

  @Test
  void leavesOutWhatIsErased() {
    RunSubmission run = record();
    BundledRun kept = BundleCodec.decode(await(run, "").body()).runs().getFirst();
    String erase = "/v1/runs/" + run.envelope().runId() + "/content?by=officer&tenant=" + tenant;
    assertThat(audit.delete(erase).status()).isEqualTo(204);
    BundledRun erased = BundleCodec.decode(await(run, "").body()).runs().getFirst();
    assertThat(erased.text()).isEmpty();
    assertThat(erased.envelope()).isEqualTo(kept.envelope());
    assertThat(BlockCodec.contentOf(kept.blocks().getFirst())).isPresent();
    assertThat(BlockCodec.contentOf(erased.blocks().getFirst())).isEmpty();
    assertThat(BlockHash.of(erased.blocks().getFirst()))
        .isEqualTo(BlockHash.of(kept.blocks().getFirst()));
  }

  @Test
  void keepsRunsOfTenantsApart() {
    RunSubmission run = record();
    assertThat(await(run, "").status()).isEqualTo(200);
    Answer answer = audit.get("/v1/runs/" + run.envelope().runId() + "/bundle?tenant=other");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:run-not-found");
  }

  @Test
  void refusesASizeThatTheLogHasNot() {
    Answer answer = await(record(), "&from=" + Long.MAX_VALUE);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:log-size-unknown");
    assertThat(audit.get("/v1/runs/x/bundle?tenant=t").status()).isEqualTo(400);
  }

  /** The answer once the run is integrated; before that it must be the one conflict. */
  private Answer await(RunSubmission run, String more) {
    long giveUp = System.nanoTime() + 10_000_000_000L;
    while (true) {
      Answer answer =
          audit.get("/v1/runs/" + run.envelope().runId() + "/bundle?tenant=" + tenant + more);
      if (answer.status() != 409) {
        return answer;
      }
      assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:not-yet-integrated");
      assertThat(System.nanoTime()).as("integrated within 10 s").isLessThan(giveUp);
    }
  }

  private RunSubmission record() {
    TokenBlock block = Samples.block(UUID.randomUUID(), 0, 3);
    assertThat(audit.postBlock(Samples.bytes(block)).status()).isEqualTo(201);
    RunSubmission run = Samples.run(tenant, List.of(block));
    assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(201);
    return run;
  }
}
