package glassbox.audit.block;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.audit.AuditClient;
import glassbox.audit.AuditTest;
import glassbox.audit.Samples;
import glassbox.contracts.run.RunSubmission;
import glassbox.ledger.block.TokenBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@AuditTest
class ConcurrentSubmissionTest {
  private static final int SUBMITTERS = 16;

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate jdbc;

  @Test
  void recordsABlockOnceHoweverManySendIt() throws Exception {
    AuditClient audit = new AuditClient(port);
    byte[] bytes = Samples.bytes(Samples.block(UUID.randomUUID(), 0, 10));
    List<Integer> statuses = together(i -> audit.postBlock(bytes).status());
    assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
  }

  @Test
  void recordsEveryBlockOfManySenders() throws Exception {
    AuditClient audit = new AuditClient(port);
    UUID runId = UUID.randomUUID();
    List<Integer> statuses =
        together(pass -> audit.postBlock(Samples.bytes(Samples.block(runId, pass, 10))).status());
    assertThat(statuses).containsOnly(201);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from blocks where run_id = ?", Integer.class, runId))
        .isEqualTo(SUBMITTERS);
  }

  @Test
  void recordsOneOfManyEnvelopesUnderOneId() throws Exception {
    AuditClient audit = new AuditClient(port);
    TokenBlock block = Samples.block(UUID.randomUUID(), 0, 10);
    audit.postBlock(Samples.bytes(block));
    RunSubmission one = Samples.run("one", List.of(block));
    RunSubmission other = Samples.run("other", List.of(block));
    List<Integer> statuses =
        together(i -> audit.postJson("/v1/runs", i % 2 == 0 ? one : other).status());
    assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201, 409);
    assertThat(statuses.stream().filter(s -> s == 409)).hasSize(SUBMITTERS / 2);
  }

  private static List<Integer> together(java.util.function.IntFunction<Integer> call)
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> calls =
          IntStream.range(0, SUBMITTERS)
              .mapToObj(i -> (Callable<Integer>) () -> call.apply(i))
              .toList();
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    }
  }
}
