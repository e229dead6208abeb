package glassbox.audit.run;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Samples;
import glassbox.contracts.generation.RecordState;
import glassbox.contracts.generation.SpecialistShare;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.run.ContentState;
import glassbox.contracts.run.RunPage;
import glassbox.contracts.run.RunReceipt;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.run.RunSummary;
import glassbox.contracts.run.RunView;
import glassbox.contracts.run.TokenPage;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.run.RunRecordHash;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@AuditTest
class RunsOverHttpTest {
  @LocalServerPort private int port;
  private AuditClient audit;
  private String tenant;

  @BeforeEach
  void connect() {
    audit = new AuditClient(port);
    tenant = "tenant-" + UUID.randomUUID();
  }

  @Test
  void recordsARunOnceAndReadsItBack() {
    RunSubmission run = recordedRun(4, 6);
    AuditClient.Answer again = audit.postJson("/v1/runs", run);
    assertThat(again.status()).isEqualTo(200);
    RunReceipt receipt = again.as(RunReceipt.class);
    assertThat(receipt.recordHash())
        .isEqualTo(RunRecordHash.of(AuditClient.JSON.writeValueAsString(run.envelope())));
    assertThat(receipt.state()).isEqualTo(RecordState.COMMITTED);

    RunView view = audit.get(path(run) + "?tenant=" + tenant).as(RunView.class);
    assertThat(view.envelope()).isEqualTo(run.envelope());
    assertThat(view.content()).isEqualTo(run.content());
    assertThat(view.contentState()).isEqualTo(ContentState.KEPT);
    assertThat(view.recordHash()).isEqualTo(receipt.recordHash());
    assertThat(view.reconciliation().maxResidual()).isLessThan(1e-9);
    assertThat(view.shares()).extracting(SpecialistShare::id).containsExactly("general", "finance");
    assertThat(view.shares().stream().mapToDouble(SpecialistShare::share).sum())
        .isCloseTo(1, Assertions.within(1e-12));
    assertThat(view.shares().stream().mapToInt(SpecialistShare::tokensLed).sum()).isEqualTo(6);
  }

  @Test
  void givesTokensOfAllPassesPageByPage() {
    RunSubmission run = recordedRun(4, 6);
    List<TokenAttribution> tokens = new ArrayList<>();
    String next = "";
    do {
      TokenPage page =
          audit.get(path(run) + "/tokens?limit=3&tenant=" + tenant + next).as(TokenPage.class);
      assertThat(page.tokens()).hasSizeLessThanOrEqualTo(3);
      tokens.addAll(page.tokens());
      next = page.next() == null ? "" : "&cursor=" + page.next();
    } while (!next.isEmpty());

    assertThat(tokens)
        .extracting(TokenAttribution::position)
        .containsExactlyElementsOf(IntStream.range(0, 10).boxed().toList());
    assertThat(tokens.subList(0, 4)).extracting(TokenAttribution::token).containsOnlyNulls();
    assertThat(tokens.get(4).token()).isEqualTo("tok0");
    assertThat(tokens)
        .extracting(TokenAttribution::tokenId)
        .containsExactly(100, 101, 102, 103, 100, 101, 102, 103, 104, 105);
    assertThat(tokens.get(9).token()).isEqualTo("tok5");
    TokenAttribution token = tokens.get(5);
    assertThat(token.perSpecialist().stream().mapToDouble(s -> s.share()).sum())
        .isCloseTo(1, Assertions.within(1e-12));
    assertThat(token.perSpecialist().get(0).logWeight()).isEqualTo(-Math.log(2));
    assertThat(Math.abs(token.reconciliationResidual())).isLessThan(1e-9);
  }

  @Test
  void keepsRunsOfTenantsApart() {
    RunSubmission run = recordedRun(4);
    for (String path : List.of(path(run), path(run) + "/tokens")) {
      AuditClient.Answer answer = audit.get(path + "?tenant=other");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:run-not-found");
    }
    assertThat(audit.get("/v1/runs?tenant=other-" + tenant).as(RunPage.class).runs()).isEmpty();
  }

  @Test
  void listsRunsNewestFirstPageByPage() {
    List<UUID> recorded =
        IntStream.range(0, 5).mapToObj(i -> recordedRun(2).envelope().runId()).toList();
    List<UUID> listed = new ArrayList<>();
    String next = "";
    do {
      RunPage page = audit.get("/v1/runs?limit=2&tenant=" + tenant + next).as(RunPage.class);
      listed.addAll(page.runs().stream().map(RunSummary::runId).toList());
      next = page.next() == null ? "" : "&cursor=" + page.next();
    } while (!next.isEmpty());
    assertThat(listed).containsExactlyInAnyOrderElementsOf(recorded).doesNotHaveDuplicates();
  }

  @Test
  void keepsARunWithoutText() {
    TokenBlock block = recordedBlock(UUID.randomUUID(), 0, 3);
    RunSubmission run = new RunSubmission(Samples.run(tenant, List.of(block)).envelope(), null);
    assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(201);
    RunView view = audit.get(path(run) + "?tenant=" + tenant).as(RunView.class);
    assertThat(view.content()).isNull();
    assertThat(view.contentState()).isEqualTo(ContentState.NOT_KEPT);
    assertThat(audit.get(path(run) + "/tokens?tenant=" + tenant).as(TokenPage.class).tokens())
        .allSatisfy(token -> assertThat(token.token()).isNull())
        .allSatisfy(token -> assertThat(token.tokenId()).isNull());
  }

  @Test
  void refusesAnotherEnvelopeUnderTheSameId() {
    RunSubmission run = recordedRun(4);
    RunSubmission other = edited(run, "\"federation\":\"demo\"", "\"federation\":\"omed\"");
    AuditClient.Answer answer = audit.postJson("/v1/runs", other);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:run-conflict");
  }

  @Test
  void refusesARunWhoseBlocksAreNotThere() {
    TokenBlock there = recordedBlock(UUID.randomUUID(), 0, 3);
    TokenBlock missing = Samples.block(there.runId(), 1, 3);
    AuditClient.Answer answer =
        audit.postJson("/v1/runs", Samples.run(tenant, List.of(there, missing)));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:blocks-missing");
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("envelope.blocks[1].hash");
    assertThat(answer.json().path("errors")).hasSize(1);
  }

  @Test
  void takesNoBlockForAnotherRun() {
    RunSubmission run = Samples.run(tenant, List.of(recordedBlock(UUID.randomUUID(), 0, 3)));
    String id = run.envelope().runId().toString();
    AuditClient.Answer answer =
        audit.postJson("/v1/runs", edited(run, id, UUID.randomUUID().toString()));
    assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:blocks-missing");
  }

  @Test
  void refusesAnEnvelopeThatDisagreesWithItsBlocks() {
    TokenBlock block = recordedBlock(UUID.randomUUID(), 0, 3);
    RunSubmission run = Samples.run(tenant, List.of(block));
    assertInconsistent(run, "\"seed\":" + Samples.SEED, "\"seed\":1", "envelope.seed");
    assertInconsistent(run, "a1a1a1", "a1a1a2", "envelope.specialists");
    assertInconsistent(run, "\"pass\":0", "\"pass\":1", "envelope.blocks[0]");
    assertInconsistent(run, "Answer.", "Another answer.", "envelope.content_hash");
    assertInconsistent(run, "[\"tok0\",", "[", "content.tokens");
    assertInconsistent(run, Samples.SALT, "0".repeat(64), "envelope.content_hash");
    assertInconsistent(run, Samples.SALT, "none", "envelope.content_hash");
    assertThat(audit.get(path(run) + "?tenant=" + tenant).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/runs",
        "/v1/runs?tenant=",
        "/v1/runs?tenant=%00",
        "/v1/runs?tenant=t&limit=0",
        "/v1/runs?tenant=t&limit=201",
        "/v1/runs?tenant=t&limit=x",
        "/v1/runs?tenant=t&cursor=x",
        "/v1/runs?tenant=t&cursor=%E2%82%AC",
        "/v1/runs?tenant=t&cursor=dDox",
        "/v1/runs/not-a-uuid?tenant=t",
        "/v1/runs/00000000-0000-7000-8000-000000000000/tokens?tenant=t&cursor=dDotMQ",
        "/v1/runs/00000000-0000-7000-8000-000000000000/tokens?tenant=t&limit=1001",
      })
  void answersWrongParametersWithAProblem(String path) {
    AuditClient.Answer answer = audit.get(path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  @Test
  void namesFieldsThatNoEnvelopeMayHave() {
    TokenBlock block = recordedBlock(UUID.randomUUID(), 0, 3);
    RunSubmission run = Samples.run("tenant\u0000", List.of(block));
    AuditClient.Answer answer = audit.postJson("/v1/runs", edited(run, "c3c3c3", "C3c3c3"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").toString())
        .contains("envelope.tenant", "envelope.request_hash");
    assertThat(audit.postJson("/v1/runs", "{\"envelope\":null}").status()).isEqualTo(400);
    assertThat(audit.postJson("/v1/runs", "{\"envelop\":{}}").status()).isEqualTo(400);
  }

  private void assertInconsistent(RunSubmission run, String part, String other, String field) {
    AuditClient.Answer answer = audit.postJson("/v1/runs", edited(run, part, other));
    assertThat(answer.status()).as("%s instead of %s", other, part).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:run-inconsistent");
    assertThat(answer.json().path("errors").toString()).contains(field);
  }

  private static RunSubmission edited(RunSubmission run, String part, String other) {
    String json = AuditClient.JSON.writeValueAsString(run);
    assertThat(json).contains(part);
    return AuditClient.JSON.readValue(
        json.replaceFirst(java.util.regex.Pattern.quote(part), other), RunSubmission.class);
  }

  private TokenBlock recordedBlock(UUID runId, int pass, int tokens) {
    TokenBlock block = Samples.block(runId, pass, tokens);
    assertThat(audit.postBlock(Samples.bytes(block)).status()).isEqualTo(201);
    return block;
  }

  /** Records a run with a pass of each length. */
  private RunSubmission recordedRun(int... lengths) {
    UUID runId = UUID.randomUUID();
    List<TokenBlock> blocks =
        IntStream.range(0, lengths.length)
            .mapToObj(pass -> recordedBlock(runId, pass, lengths[pass]))
            .toList();
    RunSubmission run = Samples.run(tenant, blocks);
    assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(201);
    return run;
  }

  private static String path(RunSubmission run) {
    return "/v1/runs/" + run.envelope().runId();
  }
}
