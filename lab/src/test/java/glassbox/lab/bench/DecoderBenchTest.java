package glassbox.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.lab.results.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DecoderBenchTest {
  @TempDir Path folder = Path.of("");

  @Test
  void measuresATinyModelAndWritesBarsWithTheirProvenance() throws Exception {
    SyntheticModel tiny = new SyntheticModel(16, 2, 2, 24, 64, 2, 3);
    DecoderBench.Outcome outcome = new DecoderBench("tiny", tiny, 3, 2).run();
    Provenance provenance = new Provenance("command", "commit", "machine");
    new BenchReport(outcome.speeds(), outcome.bars(), tiny.seed(), provenance).write(folder);

    assertThat(outcome.speeds()).hasSize(13).allMatch(speed -> speed.tokensPerSecond() > 0);
    JsonNode written = JsonMapper.shared().readTree(folder.resolve("bench.json").toFile());
    assertThat(written.get("bars").size()).isEqualTo(6);
    for (JsonNode bar : written.get("bars")) {
      assertThat(bar.propertyNames())
          .containsExactlyInAnyOrder(
              "name", "value", "unit", "bar", "holds", "n", "seeds", "command", "commit",
              "machine");
      assertThat(bar.get("value").asDouble()).isPositive();
    }
    assertThat(Files.readString(folder.resolve("bench.md"))).contains("base + 3 adapters");
    assertThat(Files.readString(folder.resolve("bench.svg"))).startsWith("<svg");
  }

  @Test
  void comparesRunsRoundByRound() {
    int[] count = {0, 0};
    Turns turns =
        new Turns().add("first", () -> count[0]++).add("second", () -> count[1]++).measure(4);
    assertThat(count).containsExactly(5, 5);
    assertThat(turns.ratio("first", "second")).isPositive();
    assertThat(turns.seconds("first")).isPositive();
  }
}
