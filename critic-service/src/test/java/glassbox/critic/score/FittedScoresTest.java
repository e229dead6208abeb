package glassbox.critic.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.critic.score.FittedScores.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FittedScoresTest {

  @TempDir Path directory = Path.of("");

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyScoreShipsWithTheService(Kind kind) {
    assertThat(FittedScores.load(null).find(kind)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void readsWhatWasWritten(Kind kind) throws IOException {
    FittedFiles.all(directory);
    assertThat(FittedScores.load(directory).find(kind))
        .hasValueSatisfying(
            loaded -> assertThat(loaded.fitted().model().name()).isEqualTo(kind.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1]", "{\"format\": 1, \"more\": 2}"})
  void aFileThatIsNoScoreStopsTheServiceAndIsNamed(String text) throws IOException {
    Files.writeString(directory.resolve("safety-prompt.json"), text);
    assertThatThrownBy(() -> FittedScores.load(directory))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("safety-prompt.json");
  }

  @Test
  void aScoreOfAnotherKindStopsTheService() throws IOException {
    FittedFiles.write(directory, FittedFiles.safety("safety-prompt", "text"));
    Files.move(directory.resolve("safety-prompt.json"), directory.resolve("safety-answer.json"));
    assertThatThrownBy(() -> FittedScores.load(directory)).hasMessageContaining("safety-prompt");
  }

  @Test
  void aScoreOfTextsNeedsAReading() throws IOException {
    FittedFiles.write(directory, FittedFiles.hallucination("safety-prompt", "text", 1));
    assertThatThrownBy(() -> FittedScores.load(directory)).hasMessageContaining("lacks a reading");
  }
}
