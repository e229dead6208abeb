package glassbox.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorldCommandTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Result(int code, List<String> lines) {}

  private static Result run(String... arguments) {
    var out = new StringWriter();
    int code =
        new CommandLine(new WorldCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(new StringWriter()))
            .execute(arguments);
    return new Result(code, out.toString().lines().toList());
  }

  @Test
  void printsFreshTasksOfOneDomain() {
    Result result = run("--tasks", "40", "--split", "test", "--seed", "9", "--domain", "clinical");
    assertThat(result.code()).isZero();
    assertThat(result.lines()).hasSize(40).doesNotHaveDuplicates();
    for (String line : result.lines()) {
      JsonNode task = JSON.readTree(line);
      assertThat(task.get("domain").asString()).isEqualTo("clinical");
      assertThat(task.get("split").asString()).isEqualTo("test");
      assertThat(task.get("prompt").asString()).isNotBlank();
      assertThat(task.get("reference").get("text").asString()).isNotBlank();
      JsonNode answer = task.get("labels").get("answer");
      assertThat(answer.get("text").asString()).isEqualTo(task.get("gold").asString());
    }
    assertThat(run("--tasks", "40", "--split", "test", "--seed", "9", "--domain", "clinical"))
        .isEqualTo(result);
    assertThat(run("--tasks", "40", "--split", "test", "--seed", "10", "--domain", "clinical"))
        .isNotEqualTo(result);
  }

  @Test
  void printsTasksOfAllDomains() {
    List<String> lines = run("--tasks", "25").lines();
    assertThat(lines).hasSize(25);
    assertThat(lines.stream().map(line -> JSON.readTree(line).get("domain").asString()).distinct())
        .hasSize(10);
  }

  @Test
  void printsStatementsAndRequestsAlsoOfOtherWorlds() {
    List<String> own = run("--statements", "30").lines();
    assertThat(own).hasSize(30);
    assertThat(run("--statements", "30", "--world", "2").lines()).hasSize(30).isNotEqualTo(own);
    assertThat(run("--safety", "6").lines()).hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--tasks 0",
        "--tasks -1",
        "--tasks 3 --split none",
        "--tasks 3 --domain none",
        "--tasks 3 --safety 3"
      })
  void refusesWhatMakesNoSense(String arguments) {
    assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")).code()).isEqualTo(2);
  }

  @Test
  void theManifestNamesEveryFileByItsDigest(@TempDir Path directory)
      throws IOException, NoSuchAlgorithmException {
    assertThat(run("--out", directory.toString(), "--seed", "7", "--texts", "50").code()).isZero();
    JsonNode manifest = JSON.readTree(Files.readString(directory.resolve("manifest.json")));
    assertThat(manifest.get("world").asLong()).isEqualTo(7);
    int files = 0;
    for (Map.Entry<String, JsonNode> file : manifest.get("files").properties()) {
      byte[] bytes = Files.readAllBytes(directory.resolve(file.getKey()));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(HexFormat.of().formatHex(digest)).isEqualTo(file.getValue().asString());
      files++;
    }
    try (var written = Files.walk(directory)) {
      assertThat(written.filter(Files::isRegularFile)).hasSize(files + 1);
    }
    Path sql = directory.resolve("again.sql");
    assertThat(run("--sql", sql.toString(), "--seed", "7").code()).isZero();
    assertThat(sql).hasSameTextualContentAs(directory.resolve("world.sql"));
  }
}
