package glassbox.lab.legible;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LegibleCommandTest {

  @TempDir private Path directory;
  private final StringWriter printed = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "planted,full",
    "sequence,full",
    "tax,k2",
    "tax,k2-published",
    "backdoor,frozen",
    "stability,reference",
    "lm,full",
  })
  void runsAndReports(String experiment, String arm) throws Exception {
    assertThat(run(experiment, "--arms", arm)).isZero();
    JsonNode report = report(experiment);
    assertThat(report.get("arms").get(arm).get("runs").has("1")).isTrue();
    assertThat(directory.resolve("out/legible-" + experiment + ".md")).isNotEmptyFile();
    assertThat(directory.resolve("out/legible-" + experiment + ".svg")).content().contains(arm);
    assertThat(printed.toString()).contains("finished " + arm + ", seed 1");
  }

  @Test
  void writesMissedBarsDown() throws Exception {
    run("planted", "--arms", "full");
    JsonNode bars = report("planted").get("bars");
    assertThat(bars).hasSize(6);
    assertThat(bars.get(0).get("bar").asString()).isEqualTo(">= 0.966");
    assertThat(bars.get(0).get("holds").asBoolean()).isFalse();
    assertThat(printed.toString()).contains("MISSED recovery");
  }

  @Test
  void goesOnWhereItStopped() throws Exception {
    run("planted", "--arms", "full");
    Path finished = directory.resolve("work/planted/full-1.json");
    FileTime before = Files.getLastModifiedTime(finished);
    byte[] bytes = Files.readAllBytes(finished);
    run("planted", "--arms", "full,opaque");
    assertThat(Files.getLastModifiedTime(finished)).isEqualTo(before);
    assertThat(directory.resolve("work/planted/opaque-1.json")).exists();

    Files.delete(finished);
    run("planted", "--arms", "full");
    assertThat(Files.readAllBytes(finished)).isEqualTo(bytes);
  }

  @Test
  void runsAgainWhatAnotherRecipeMade() throws Exception {
    run("planted", "--arms", "full");
    String first = Files.readString(directory.resolve("work/planted/full-1.json"));
    new CommandLine(new LegibleCommand())
        .setOut(new PrintWriter(printed))
        .execute(arguments("planted", "4", "--arms", "full"));
    assertThat(Files.readString(directory.resolve("work/planted/full-1.json"))).isNotEqualTo(first);
  }

  @Test
  void refusesAnUnknownArm() {
    assertThat(run("planted", "--arms", "left")).isEqualTo(2);
  }

  private int run(String experiment, String... more) {
    return new CommandLine(new LegibleCommand())
        .setOut(new PrintWriter(printed))
        .execute(arguments(experiment, "3", more));
  }

  private String[] arguments(String experiment, String steps, String... more) {
    String work = directory.resolve("work").toString();
    String out = directory.resolve("out").toString();
    var all =
        new ArrayList<>(
            List.of(experiment, "--seeds", "1", "--steps", steps, "--work", work, "--out", out));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private JsonNode report(String experiment) {
    return JsonMapper.builder()
        .build()
        .readTree(directory.resolve("out/legible-" + experiment + ".json"));
  }
}
