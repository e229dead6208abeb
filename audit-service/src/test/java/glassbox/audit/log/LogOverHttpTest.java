package glassbox.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditClient.Answer;
import glassbox.audit.AuditTest;
import glassbox.audit.Owner;
import glassbox.audit.Samples;
import glassbox.audit.database.DatabaseSettings;
import glassbox.contracts.run.RunProof;
import glassbox.contracts.run.RunSubmission;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.checkpoint.LogKeys;
import glassbox.ledger.checkpoint.VerifiedCheckpoint;
import glassbox.ledger.checkpoint.WitnessPolicy;
import glassbox.ledger.log.LogEntry;
import glassbox.ledger.log.LogVerdict;
import glassbox.ledger.log.LogVerifier;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.InclusionProof;
import glassbox.ledger.run.RunRecordHash;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@AuditTest
class LogOverHttpTest {
  private static final int SUBMITTERS = 8;
  private static final int RUNS = 25;

  @LocalServerPort private int port;
  @Autowired private DatabaseSettings database;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private FlywayConnectionDetails owner;
  private AuditClient audit;
  private String tenant;

  @BeforeEach
  void connect() {
    audit = new AuditClient(port);
    tenant = "tenant-" + UUID.randomUUID();
  }

  @Test
  void provesARunWithinASecondOfItsRecord() throws IOException {
    RunSubmission run = record();
    RunProof proof = await(run);
    assertThat(proof.recordHash())
        .isEqualTo(RunRecordHash.of(AuditClient.JSON.writeValueAsString(run.envelope())));
    assertThat(proof.entry())
        .isEqualTo(HexFormat.of().formatHex(LogEntry.run(proof.recordHash()).bytes()));
    assertHolds(proof);
    assertThat(proof.consistency()).isEmpty();
    await(record());
    long size = proof.index() + 1;
    RunProof grown = audit.get(path(run) + "&from=" + size).as(RunProof.class);
    assertThat(grown.consistency()).isNotEmpty();
  }

  @Test
  void givesEveryRunOfManySendersOneLeaf() throws Exception {
    List<RunSubmission> runs = Collections.synchronizedList(new ArrayList<>());
    List<Duration> lags = Collections.synchronizedList(new ArrayList<>());
    together(
        () -> {
          for (int i = 0; i < RUNS; i++) {
            RunSubmission run = record();
            long committed = System.nanoTime();
            await(run);
            lags.add(Duration.ofNanos(System.nanoTime() - committed));
            runs.add(run);
          }
          return null;
        });
    List<Long> indices = new ArrayList<>();
    for (RunSubmission run : runs) {
      RunProof proof = await(run);
      assertHolds(proof);
      indices.add(proof.index());
    }
    assertThat(indices).hasSize(SUBMITTERS * RUNS).doesNotHaveDuplicates();
    Collections.sort(lags);
    System.out.printf(
        "lag from the answer to the proof, %d runs: median %d ms, p99 %d ms, max %d ms%n",
        lags.size(),
        lags.get(lags.size() / 2).toMillis(),
        lags.get(lags.size() * 99 / 100).toMillis(),
        lags.getLast().toMillis());
  }

  private static void together(Callable<Void> call) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> done : threads.invokeAll(Collections.nCopies(SUBMITTERS, call))) {
        done.get();
      }
    }
  }

  @Test
  void saysWhenARunIsNotIntegratedYet() throws Exception {
    try (Connection other =
        DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword())) {
      other.setAutoCommit(false);
      other.createStatement().execute("lock table log_entries in share row exclusive mode");
      RunSubmission run = record();
      Answer answer = audit.get(path(run));
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:not-yet-integrated");
      other.rollback();
      assertHolds(await(run));
    }
  }

  @Test
  void hidesAnotherTenantsRun() {
    RunSubmission run = record();
    await(run);
    Answer answer = audit.get("/v1/runs/" + run.envelope().runId() + "/proof?tenant=other");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:run-not-found");
  }

  @Test
  void servesCheckpointAndTilesAsFiles() {
    RunProof proof = await(record());
    Answer checkpoint = audit.get("/v1/log/checkpoint");
    assertThat(checkpoint.status()).isEqualTo(200);
    assertThat(checkpoint.contentType()).startsWith("text/plain");
    long size = Long.parseLong(proof.checkpoint().lines().skip(1).findFirst().orElseThrow());
    assertThat(size).isGreaterThan(proof.index());
    String width = size >= 256 ? "" : ".p/" + size;
    Answer tile = audit.get("/v1/log/tile/0/000" + width);
    assertThat(tile.status()).isEqualTo(200);
    assertThat(tile.contentType()).isEqualTo("application/octet-stream");
    assertThat(tile.body()).hasSize(32 * (int) Math.min(256, size));
    assertThat(audit.get("/v1/log/tile/entries/000" + width).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0/0",
        "0/000.p/256",
        "0/x999/999",
        "../checkpoint",
        "0/..%2F..%2Fcheckpoint",
        "64/000",
        "entries/000.p/0",
        "",
        "0/000/",
        "%00"
      })
  void findsNoOtherFile(String path) {
    Answer answer = audit.get("/v1/log/tile/" + path);
    assertThat(answer.status()).isBetween(400, 404);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  @Test
  void refusesWhatIsNoProofRequest() {
    RunSubmission run = record();
    await(run);
    assertThat(audit.get(path(run) + "&from=-1").status()).isEqualTo(400);
    assertThat(audit.get(path(run) + "&from=x").status()).isEqualTo(400);
    Answer larger = audit.get(path(run) + "&from=4000000000");
    assertThat(larger.status()).isEqualTo(422);
    assertThat(larger.problem()).isEqualTo("urn:glassbox:problem:log-size-unknown");
  }

  @Test
  void takesNoCosignatureOfAStranger() {
    Answer answer =
        audit.send(
            audit
                .request("/v1/log/cosignatures")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofByteArray(audit.get("/v1/log/checkpoint").body())));
    assertThat(answer.status()).isIn(409, 422);
  }

  @Test
  void verifiesOnDemand() {
    await(record());
    Answer answer =
        audit.send(audit.request("/v1/log/verifications").POST(BodyPublishers.noBody()));
    assertThat(answer.status()).isEqualTo(200);
    LogVerification verification = answer.as(LogVerification.class);
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.consistent()).isTrue();
    assertThat(verification.size()).isPositive();
    assertThat(audit.get("/actuator/health/integrity").json().path("status").asString())
        .isNotEmpty();
  }

  @Test
  void metersSizeAndLag() {
    await(record());
    String meters = new String(audit.get("/actuator/prometheus").body(), StandardCharsets.UTF_8);
    assertThat(meters).contains("glassbox_audit_log_size").contains("glassbox_audit_log_lag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update log_entries set index = 0",
        "delete from log_entries",
        "delete from log_queue",
        "truncate log_queue",
        "update log_checkpoints set size = 0",
        "delete from log_cosignatures"
      })
  void keepsItsTablesForEver(String statement) {
    assertThatThrownBy(() -> jdbc.execute(statement))
        .rootCause()
        .hasMessageContaining("permission denied");
    try (Owner superuser = Owner.of(owner)) {
      assertThatThrownBy(() -> superuser.jdbc().execute(statement))
          .rootCause()
          .hasMessageContaining("insert-only");
    }
  }

  private RunSubmission record() {
    TokenBlock block = Samples.block(UUID.randomUUID(), 0, 4);
    assertThat(audit.postBlock(Samples.bytes(block)).status()).isEqualTo(201);
    RunSubmission run = Samples.run(tenant, List.of(block));
    assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(201);
    return run;
  }

  private static String path(RunSubmission run) {
    return "/v1/runs/" + run.envelope().runId() + "/proof?tenant=" + run.envelope().tenant();
  }

  private RunProof await(RunSubmission run) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      Answer answer = audit.get(path(run));
      if (answer.status() == 200) {
        return answer.as(RunProof.class);
      }
      assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:not-yet-integrated");
      assertThat(System.nanoTime()).as("integrated in time").isLessThan(deadline);
    }
  }

  private void assertHolds(RunProof proof) throws IOException {
    LogKeys keys =
        LogKeys.parse(Files.readString(database.directory().resolveSibling("log-verifier.pub")));
    VerifiedCheckpoint checkpoint =
        new CheckpointVerifier("glassbox.local/log", keys, WitnessPolicy.NONE)
            .verify(proof.checkpoint().getBytes(StandardCharsets.UTF_8));
    InclusionProof inclusion =
        new InclusionProof(
            proof.index(),
            checkpoint.head().size(),
            proof.inclusion().stream().map(Hash::ofHex).toList());
    assertThat(LogVerifier.inclusion(checkpoint, HexFormat.of().parseHex(proof.entry()), inclusion))
        .isEqualTo(new LogVerdict.Accepted());
  }
}
