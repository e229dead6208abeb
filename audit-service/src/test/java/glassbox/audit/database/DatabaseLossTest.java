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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@AuditTest
@Order(2)
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

  /** All at once: each answer takes as long as the service waits for a connection. */
  private static void assertUnavailable(AuditClient audit, TokenBlock block) {
    byte[] another = Samples.bytes(Samples.block(block.runId(), 1, 5));
    RunSubmission submission = Samples.run("t", List.of(block));
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var unavailable =
          Stream.<Callable<AuditClient.Answer>>of(
                  () -> audit.postBlock(another),
                  () -> audit.get("/v1/runs/" + block.runId() + "?tenant=t"),
                  () -> audit.postJson("/v1/runs", submission))
              .map(threads::submit)
              .toList();
      var health =
          Stream.of("readiness", "integrity", "liveness")
              .map(group -> threads.submit(() -> audit.get("/actuator/health/" + group).status()))
              .toList();
      for (var answer : unavailable) {
        assertThat(got(answer).status()).isEqualTo(503);
        assertThat(got(answer).problem()).isEqualTo("urn:glassbox:problem:database-unavailable");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(health.stream().map(DatabaseLossTest::got)).containsExactly(503, 503, 200);
    }
  }

  private static <T> T got(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
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
