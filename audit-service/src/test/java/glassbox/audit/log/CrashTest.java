package glassbox.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashTest extends LogTest {
  private static final int KILLS = 6;

  /** Where the process ends. */
  enum Point {
    AFTER_THE_INDICES(session -> session.sequence(1000)),
    AFTER_THE_TILES(
        session -> {
          session.sequence(1000);
          session.store(1000);
        }),
    AFTER_SOME_TILES(
        session -> {
          session.sequence(1000);
          session.store(3);
        });

    final Consumer<LogSession> steps;

    Point(Consumer<LogSession> steps) {
      this.steps = steps;
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnWhereItEnded(Point point) {
    List<UUID> runs = new ArrayList<>(bench.record(7));
    bench.integrate();
    runs.addAll(bench.record(300));
    bench.inSession(point.steps);
    assertThat(bench.checkpoint().head().size()).isEqualTo(7);
    runs.addAll(bench.record(2));
    bench.integrate();
    assertAllInOrder(runs);
  }

  @Test
  void publishesWhatWasKeptBeforeItEnded() throws IOException {
    List<UUID> runs = new ArrayList<>(bench.record(2));
    bench.integrate();
    Path checkpoint = bench.logFolder().resolve("checkpoint");
    Path history = bench.logFolder().resolve("checkpoints.history");
    byte[] earlier = Files.readAllBytes(checkpoint);
    byte[] lines = Files.readAllBytes(history);
    runs.addAll(bench.record(3));
    bench.integrate();
    byte[] later = Files.readAllBytes(checkpoint);
    Files.write(checkpoint, earlier);
    Files.writeString(
        history,
        new String(lines, StandardCharsets.US_ASCII) + "aGFsZiBh",
        StandardCharsets.US_ASCII);
    bench.integrate();
    assertThat(Files.readAllBytes(checkpoint)).isEqualTo(later);
    assertAllInOrder(runs);
  }

  @Test
  void survivesKillsAtAnyTime() throws Exception {
    Random random = new Random(20_261_128);
    List<UUID> runs = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start();
      try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
        assertThat(output.lines().anyMatch("integrating"::equals)).isTrue();
        long end = System.nanoTime() + 50_000_000L + random.nextInt(400_000_000);
        while (System.nanoTime() < end) {
          runs.add(bench.record());
        }
      } finally {
        process.destroyForcibly();
        process.waitFor();
      }
    }
    assertThat(bench.checkpoint().head().size()).isPositive();
    bench.integrate();
    assertAllInOrder(runs);
  }

  /** One leaf a run, no other leaf, everything consistent. */
  private void assertAllInOrder(List<UUID> runs) {
    assertThat(
            bench.jdbc.queryForList("select record_id from log_entries order by index", UUID.class))
        .containsExactlyElementsOf(runs);
    assertThat(bench.checkpoint().head().size()).isEqualTo(runs.size());
    assertThat(bench.judge(runs.getFirst()).accepted()).isTrue();
    assertThat(bench.judge(runs.getLast()).accepted()).isTrue();
    bench.startAndStop();
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Integrator.class.getName(),
            bench.home.toString(),
            bench.url,
            bench.password)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** A process that integrates without a pause until it is killed. */
  static final class Integrator {
    public static void main(String[] args) {
      LogBench bench = LogBench.existing(Path.of(args[0]), args[1], args[2]);
      bench.inSession(
          session -> {
            session.integrate(1000);
            System.out.println("integrating");
            while (true) {
              session.integrate(7);
            }
          });
    }
  }
}
