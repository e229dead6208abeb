package glassbox.audit.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Ids;
import glassbox.audit.Phased;
import glassbox.audit.Samples;
import glassbox.contracts.esi.AgentsRecord;
import glassbox.contracts.esi.EsiRecord;
import glassbox.contracts.generation.SpecialistShare;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.run.RunView;
import glassbox.contracts.run.TokenPage;
import glassbox.ledger.block.TokenBlock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Runs of several agents: the answer is the speaker's last pass, wherever it stands. */
@AuditTest
class AgentsOverHttpTest {
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
    List<TokenBlock> blocks =
        List.of(
            Samples.block(runId, 0, 2), Samples.block(runId, 1, 4), Samples.block(runId, 1000, 3));
    blocks.forEach(
        block -> assertThat(audit.postBlock(Samples.bytes(block)).status()).isLessThan(300));
    return blocks;
  }

  private static AgentsRecord agents(String speaker, String other) {
    AgentsRecord.AgentCourse member =
        new AgentsRecord.AgentCourse(
            other,
            new EsiRecord.Starch(0.01, 10, 6),
            List.of(),
            List.of(),
            List.of(),
            0,
            0,
            false,
            null);
    return new AgentsRecord(
        speaker,
        false,
        List.of(),
        List.of(),
        List.of(),
        false,
        0.04,
        512,
        List.of(),
        List.of(member));
  }

  private RunSubmission run(List<TokenBlock> blocks, List<String> writers, AgentsRecord agents) {
    return Phased.together(
        tenant, blocks, Phased.trace(blocks.getFirst().runId(), "420"), writers, 1, agents);
  }

  @Test
  void theAnswerIsTheSpeakersLastPass() {
    List<TokenBlock> blocks = blocks();
    RunSubmission run = run(blocks, List.of("a1", "a1", "a2"), agents("a1", "a2"));
    assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(201);

    String path = "/v1/runs/" + run.envelope().runId();
    RunView view = audit.get(path + "?tenant=" + tenant).as(RunView.class);
    assertThat(view.envelope()).isEqualTo(run.envelope());
    assertThat(view.shares().stream().mapToInt(SpecialistShare::tokensLed).sum()).isEqualTo(4);
    TokenPage page = audit.get(path + "/tokens?tenant=" + tenant).as(TokenPage.class);
    assertThat(page.tokens()).hasSize(9);
    assertThat(page.tokens().stream().map(TokenAttribution::token).filter(Objects::nonNull))
        .isEqualTo(requireNonNull(run.content()).tokens());
    assertThat(page.tokens().subList(2, 6)).allMatch(token -> token.token() != null);
  }

  @ParameterizedTest
  @CsvSource({
    "a1,a1,a3,a1,a2,envelope.esi.passes.agent",
    "a2,a2,a2,a1,a2,envelope.esi.agents.speaker",
    "a1,a1,a2,a1,a1,envelope.esi.agents",
    "a1,a2,a2,a1,a2,content.tokens",
  })
  void whatDoesNotAgreeIsRefused(
      String first, String second, String third, String speaker, String other, String field) {
    AuditClient.Answer refused =
        audit.postJson(
            "/v1/runs", run(blocks(), List.of(first, second, third), agents(speaker, other)));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains(field);
  }
}
