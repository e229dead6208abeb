package glassbox.lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Verdict;
import glassbox.critics.gate.Vote;
import glassbox.ledger.bundle.BundleCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed example is what the code writes; -Dglassbox.update-vectors=true rewrites it. */
class ExampleTest {
  private static final Path EXAMPLE = Path.of("..", "docs", "formats", "vectors", "bundle-v1");

  @TempDir private Path directory;

  @Test
  void theExampleIsWhatIsWritten() throws IOException {
    TestLog log = new TestLog(directory, 1);
    log.others(5);
    byte[] older = log.checkpoint();
    List<Vote> votes =
        List.of(
            new Vote("units", true, new Verdict.Passed(2)),
            new Vote("contradiction", true, new Verdict.Passed(1)));
    log.add(TestRuns.run(1, 1, TestRuns.report(votes, .9)));
    log.others(3);
    log.add(TestRuns.run(2, 2, Map.of()));
    same("older.txt", older);
    same("bundle.jsonl", BundleCodec.encode(log.bundle(5)));
    same("log-keys.txt", log.keys().text().getBytes(StandardCharsets.UTF_8));
  }

  private static void same(String name, byte[] bytes) throws IOException {
    Path file = EXAMPLE.resolve(name);
    if (Boolean.getBoolean("glassbox.update-vectors")) {
      Files.createDirectories(EXAMPLE);
      Files.write(file, bytes);
    }
    assertThat(Files.readAllBytes(file)).as(name).isEqualTo(bytes);
  }
}
