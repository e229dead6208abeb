package glassbox.audit.content;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Owner;
import glassbox.audit.Samples;
import glassbox.contracts.generation.TokenAttribution;
import glassbox.contracts.run.ContentState;
import glassbox.contracts.run.RunContent;
import glassbox.contracts.run.RunSubmission;
import glassbox.contracts.run.RunView;
import glassbox.contracts.run.TokenPage;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.run.ErasureRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

@AuditTest
class ErasureTest {
  private static final String MARKER = "the patient is called Xanthippe Quillfeather";

  @LocalServerPort private int port;
  @Autowired private FlywayConnectionDetails owner;
  @Autowired private Contents contents;
  @Autowired private Environment environment;
  private AuditClient audit;
  private String tenant;

  @BeforeEach
  void connect() {
    audit = new AuditClient(port);
    tenant = "tenant-" + UUID.randomUUID();
  }

  @Test
  void storesNothingInClear() {
    RunSubmission run = recorded(tenant, 4, 6);
    assertThat(view(run).content()).isEqualTo(run.content());
    checkpoint();
    assertThat(stored(tenant.getBytes(StandardCharsets.US_ASCII)))
        .as("what is not secret is found, so the search works")
        .isTrue();
    assertThat(stored(MARKER.getBytes(StandardCharsets.US_ASCII))).isFalse();
    assertThat(stored(Samples.SALT.getBytes(StandardCharsets.US_ASCII))).isFalse();
    assertThat(stored(HexFormat.of().parseHex(Samples.SALT))).as("the blocks' content").isFalse();
  }

  @Test
  void erasesTextsAndTokenIdsAndLeavesTheNumbers() {
    RunSubmission run = recorded(tenant, 4, 6);
    RunSubmission another = recorded(tenant, 3);
    RunSubmission ofAnother = recorded("other-" + tenant, 3);
    TokenPage before = tokens(run);
    RunView viewBefore = view(run);

    assertThat(erase(run, tenant).status()).isEqualTo(204);
    assertThat(erase(run, tenant).status()).as("again").isEqualTo(204);

    RunView view = view(run);
    assertThat(view.contentState()).isEqualTo(ContentState.ERASED);
    assertThat(view.content()).isNull();
    assertThat(view.envelope()).isEqualTo(run.envelope());
    assertThat(view.recordHash()).isEqualTo(viewBefore.recordHash());
    assertThat(view.shares()).isEqualTo(viewBefore.shares());
    assertThat(view.reconciliation()).isEqualTo(viewBefore.reconciliation());
    assertThat(tokens(run).tokens())
        .isEqualTo(before.tokens().stream().map(ErasureTest::withoutContent).toList());
    assertBlocksVerify(run);
    assertThat(view(another).content()).isEqualTo(another.content());
    assertThat(view(ofAnother).content()).isEqualTo(ofAnother.content());
  }

  private static TokenAttribution withoutContent(TokenAttribution token) {
    assertThat(token.tokenId()).isNotNull();
    return new TokenAttribution(
        token.position(),
        null,
        null,
        token.jointLogProb(),
        token.sampledLogProb(),
        token.perSpecialist(),
        token.reconciliationResidual(),
        token.entropy(),
        token.normalizedEntropy(),
        token.disagreement(),
        token.delta(),
        List.of(),
        token.forced(),
        token.topLogprobs(),
        token.blockAudit());
  }

  private void assertBlocksVerify(RunSubmission run) {
    for (var block : run.envelope().blocks()) {
      byte[] bytes =
          audit.get("/v1/blocks/" + block.hash() + "?run=" + run.envelope().runId()).body();
      assertThat(BlockHash.of(bytes)).isEqualTo(block.hash());
      assertThat(BlockCodec.contentOf(bytes)).isEmpty();
      assertThat(Reconciliation.of(BlockCodec.decode(bytes)).max()).isLessThan(1e-9);
    }
  }

  @Test
  void recordsWhoHadWhatErasedAndWhen() {
    RunSubmission run = recorded(tenant, 3);
    erase(run, tenant);
    ErasureRecord erasure = contents.erasure(run.envelope().runId()).orElseThrow();
    erase(run, tenant);
    assertThat(contents.erasure(run.envelope().runId())).contains(erasure);
    assertThat(erasure.runId()).isEqualTo(run.envelope().runId());
    assertThat(erasure.recordHash()).isEqualTo(view(run).recordHash());
    assertThat(erasure.tenant()).isEqualTo(tenant);
    assertThat(erasure.by()).isEqualTo("officer");
    assertThat(count("select count(*) from content_keys where run_id = ?", run)).isZero();
    assertThat(count("select count(*) from contents where run_id = ?", run)).isZero();
  }

  @Test
  void neverTakesErasedContentBack() {
    TokenBlock block = Samples.block(UUID.randomUUID(), 0, 4);
    audit.postBlock(Samples.bytes(block));
    RunSubmission run = run(tenant, List.of(block));
    audit.postJson("/v1/runs", run);
    erase(run, tenant);

    assertThat(audit.postBlock(Samples.bytes(block)).status()).isEqualTo(200);
    TokenBlock late = Samples.block(block.runId(), 1, 4);
    assertThat(audit.postBlock(Samples.bytes(late)).status()).isEqualTo(201);
    assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(200);

    assertThat(view(run).contentState()).isEqualTo(ContentState.ERASED);
    assertThat(count("select count(*) from content_keys where run_id = ?", run)).isZero();
    byte[] read =
        audit
            .get("/v1/blocks/" + BlockHash.of(Samples.bytes(late)) + "?run=" + late.runId())
            .body();
    assertThat(read).isEqualTo(BlockCodec.withoutContent(Samples.bytes(late)));
  }

  @Test
  void erasesNoOtherTenantsRun() {
    RunSubmission run = recorded(tenant, 3);
    AuditClient.Answer answer = erase(run, "other");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:run-not-found");
    assertThat(view(run).contentState()).isEqualTo(ContentState.KEPT);
    String unknown = "/v1/runs/" + UUID.randomUUID() + "/content?by=officer&tenant=" + tenant;
    assertThat(audit.delete(unknown).problem()).isEqualTo("urn:glassbox:problem:run-not-found");
    String nobody = "/v1/runs/" + run.envelope().runId() + "/content?tenant=" + tenant;
    assertThat(audit.delete(nobody).status()).isEqualTo(400);
  }

  @Test
  void keepsNeitherTextNorTokenIdsWithoutAnOptIn() {
    TokenBlock block = Samples.block(UUID.randomUUID(), 0, 4);
    byte[] sent = BlockCodec.withoutContent(Samples.bytes(block));
    audit.postBlock(sent);
    RunSubmission run = new RunSubmission(run(tenant, List.of(block)).envelope(), null);
    assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(201);
    assertThat(count("select count(*) from contents where run_id = ?", run)).isZero();
    assertThat(count("select count(*) from content_keys where run_id = ?", run)).isZero();
    assertThat(audit.get("/v1/blocks/" + BlockHash.of(sent) + "?run=" + block.runId()).body())
        .isEqualTo(sent);

    assertThat(erase(run, tenant).status()).isEqualTo(204);
    assertThat(view(run).contentState()).isEqualTo(ContentState.NOT_KEPT);
    assertThat(count("select count(*) from erasures where run_id = ?", run)).isZero();
  }

  /** Should blocks bring content though the run's tenant keeps none, it goes with the run. */
  @Test
  void discardsContentOfBlocksWhoseRunKeepsNone() {
    TokenBlock block = Samples.block(UUID.randomUUID(), 0, 4);
    audit.postBlock(Samples.bytes(block));
    RunSubmission run = new RunSubmission(run(tenant, List.of(block)).envelope(), null);
    audit.postJson("/v1/runs", run);
    assertThat(count("select count(*) from content_keys where run_id = ?", run)).isZero();
    assertThat(tokens(run).tokens()).allSatisfy(token -> assertThat(token.tokenId()).isNull());
  }

  @Test
  void findsContentThatASuperuserChanged() {
    List<RunSubmission> damaged = new java.util.ArrayList<>();
    try {
      damage(damaged);
    } finally {
      forget(damaged);
    }
  }

  /** A run whose content was damaged stays damaged: its erasure ends it. */
  private void forget(List<RunSubmission> damaged) {
    damaged.forEach(run -> assertThat(erase(run, tenant).status()).isEqualTo(204));
  }

  private void damage(List<RunSubmission> damaged) {
    RunSubmission run = recorded(tenant, 3);
    RunSubmission other = recorded(tenant, 3);
    superuser(
        "update contents set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)"
            + " where part = 'text' and run_id = ?",
        run.envelope().runId());
    damaged.add(run);
    assertDamaged(run);

    RunSubmission moved = recorded(tenant, 3);
    superuser(
        "update contents set sealed = (select sealed from contents where part = 'text'"
            + " and run_id = ?) where part = 'text' and run_id = ?",
        other.envelope().runId(),
        moved.envelope().runId());
    damaged.add(moved);
    assertDamaged(moved);

    RunSubmission rekeyed = recorded(tenant, 3);
    superuser(
        "update content_keys set wrapped = (select wrapped from content_keys where run_id = ?)"
            + " where run_id = ?",
        other.envelope().runId(),
        rekeyed.envelope().runId());
    damaged.add(rekeyed);
    assertDamaged(rekeyed);

    RunSubmission keyless = recorded(tenant, 3);
    superuser("delete from content_keys where run_id = ?", keyless.envelope().runId());
    damaged.add(keyless);
    assertDamaged(keyless);
    assertThat(view(other).content()).isEqualTo(other.content());
  }

  private void assertDamaged(RunSubmission run) {
    for (String path : List.of("", "/tokens")) {
      AuditClient.Answer answer = audit.get(path(run) + path + "?tenant=" + tenant);
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:content-damaged");
    }
  }

  private RunSubmission recorded(String owner, int... lengths) {
    UUID runId = UUID.randomUUID();
    List<TokenBlock> blocks = new java.util.ArrayList<>();
    for (int pass = 0; pass < lengths.length; pass++) {
      TokenBlock block = Samples.block(runId, pass, lengths[pass]);
      assertThat(audit.postBlock(Samples.bytes(block)).status()).isEqualTo(201);
      blocks.add(block);
    }
    RunSubmission run = run(owner, blocks);
    assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(201);
    return run;
  }

  private static RunSubmission run(String owner, List<TokenBlock> blocks) {
    RunContent sample = Samples.content(blocks.getLast().tokens().size());
    RunContent content =
        new RunContent(sample.salt(), MARKER, MARKER, MARKER + "?", MARKER + ".", sample.tokens());
    return Samples.run(owner, blocks, content);
  }

  private AuditClient.Answer erase(RunSubmission run, String of) {
    return audit.delete(path(run) + "/content?by=officer&tenant=" + of);
  }

  private RunView view(RunSubmission run) {
    return audit.get(path(run) + "?tenant=" + run.envelope().tenant()).as(RunView.class);
  }

  private TokenPage tokens(RunSubmission run) {
    return audit.get(path(run) + "/tokens?tenant=" + run.envelope().tenant()).as(TokenPage.class);
  }

  private static String path(RunSubmission run) {
    return "/v1/runs/" + run.envelope().runId();
  }

  private int count(String sql, RunSubmission run) {
    try (Owner superuser = Owner.of(owner)) {
      Integer count = superuser.jdbc().queryForObject(sql, Integer.class, run.envelope().runId());
      return count == null ? -1 : count;
    }
  }

  private void superuser(String sql, Object... arguments) {
    try (Owner superuser = Owner.of(owner).withoutGuards()) {
      assertThat(superuser.jdbc().update(sql, arguments)).isEqualTo(1);
    }
  }

  private void checkpoint() {
    try (Owner superuser = Owner.of(owner)) {
      superuser.jdbc().execute("checkpoint");
    }
  }

  /** Whether any file of the database, its write-ahead log and its messages has these bytes. */
  private boolean stored(byte[] bytes) {
    Path directory = Path.of(environment.getRequiredProperty("glassbox.audit.database.directory"));
    String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.walk(directory)) {
      return Stream.concat(files, Stream.of(directory.resolveSibling("service.log")))
          .filter(Files::isRegularFile)
          .anyMatch(file -> content(file).contains(wanted));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
