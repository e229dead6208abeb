package glassbox.audit.database;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Samples;
import glassbox.contracts.run.RunSubmission;
import glassbox.ledger.block.TokenBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@AuditTest
@ExtendWith(OutputCaptureExtension.class)
class DatabaseLossTest {
  @LocalServerPort private int port;
  @Autowired private DatabaseSettings settings;

  @Test
  void answersUnavailableWhilePostgresIsAwayAndRecoversByItself(CapturedOutput output)
      throws Exception {
    AuditClient audit = new AuditClient(port);
    TokenBlock kept = Samples.block(UUID.randomUUID(), 0, 5);
    assertThat(audit.postBlock(Samples.bytes(kept)).status()).isEqualTo(201);
    // Without its program the server cannot come back before the answers are seen.
    Path program = serverProgram();
    Path away = Files.move(program, program.resolveSibling("postgres-away"));
    try {
      killPostgres();
      assertUnavailable(audit, kept);
    } finally {
      Files.move(away, program);
    }
    await(() -> audit.get("/actuator/health/readiness").status() == 200);
    assertThat(audit.postBlock(Samples.bytes(kept)).status()).isEqualTo(200);
    RunSubmission run = Samples.run("tenant", List.of(kept));
    assertThat(audit.postJson("/v1/runs", run).status()).isEqualTo(201);
    await(() -> output.toString().contains("the database is back after"));
    assertSaidOnce(output.toString());
  }

  /** One line for the outage, one for the recovery, and no trace of anybody's stack. */
  private static void assertSaidOnce(String output) {
    assertThat(output.lines().filter(line -> line.contains("the database is away"))).hasSize(1);
    assertThat(output.lines().filter(line -> line.contains("the database is back"))).hasSize(1);
    assertThat(output.lines().filter(line -> line.startsWith("\tat "))).isEmpty();
    assertThat(
            output
                .lines()
                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .filter(line -> !line.contains("SpringDoc"))
                .filter(line -> !line.contains("EmbeddedDatabase")))
        .as("whoever asks the database says nothing; its supervisor says what it tries")
        .hasSizeLessThanOrEqualTo(2);
  }

  private static void assertUnavailable(AuditClient audit, TokenBlock block) {
    long start = System.nanoTime();
    AuditClient.Answer answer = audit.postBlock(Samples.bytes(Samples.block(block.runId(), 1, 5)));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo("urn:glassbox:problem:database-unavailable");
    String run = "/v1/runs/" + block.runId() + "?tenant=t";
    assertThat(audit.get(run).problem()).isEqualTo("urn:glassbox:problem:database-unavailable");
    assertThat(audit.postJson("/v1/runs", Samples.run("t", List.of(block))).problem())
        .isEqualTo("urn:glassbox:problem:database-unavailable");
    assertThat(audit.get("/actuator/health/readiness").status()).isEqualTo(503);
    assertThat(audit.get("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(audit.get("/actuator/health/integrity").status()).isEqualTo(503);
  }

  private void killPostgres() throws IOException {
    String pid = Files.readAllLines(settings.directory().resolve("postmaster.pid")).get(0);
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().join();
  }

  private Path serverProgram() throws IOException {
    Path programs = settings.directory().resolveSibling("postgres-programs");
    try (Stream<Path> files = Files.walk(programs)) {
      return files.filter(file -> file.endsWith("bin/postgres")).findFirst().orElseThrow();
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("recovered in time").isLessThan(deadline);
    }
  }
}
