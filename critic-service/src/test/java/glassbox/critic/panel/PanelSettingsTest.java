package glassbox.critic.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import glassbox.critics.contradiction.ContradictionCritic;
import glassbox.critics.contradiction.ContradictionSettings;
import glassbox.critics.sandbox.SandboxLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelSettingsTest {
  @TempDir Path directory;

  @Test
  void javaLimitsAreChecked() {
    assertThat(new JavaSettings(Duration.ofSeconds(6), 96, 65_536, 2).limits())
        .isEqualTo(SandboxLimits.DEFAULT);
    assertThatThrownBy(() -> new JavaSettings(Duration.ZERO, 96, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JavaSettings(Duration.ofSeconds(1), 8, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void evidenceSettingsAreChecked() {
    assertThatThrownBy(() -> new ContradictionProperties(0, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TraceProperties(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rulesAreReadFromAFile() throws IOException {
    Path file = Files.writeString(directory.resolve("rules"), "a; *; fish; it says fish");
    assertThat(new SafetySettings(file).read().rules()).hasSize(1);
    assertThat(new SafetySettings(null).read().rules()).isNotEmpty();
  }

  /** A broken directory is never a pass, also where the rules alone would pass. */
  @Test
  void brokenEncoderIsUnavailable() throws IOException {
    Files.writeString(directory.resolve("config.json"), "{}");
    EncoderEntailment broken = EncoderEntailment.load(directory);
    ContradictionCritic critic = new ContradictionCritic(broken, ContradictionSettings.DEFAULT);
    Draft draft =
        new Draft(
            "What is the dose?",
            Optional.of("The dose of Zorvex is 5 mg."),
            "The dose of Zorvex is 5 mg.",
            List.of(),
            List.of());
    assertThat(critic.judge(draft)).isInstanceOf(Verdict.Unavailable.class);
    assertThat(((Verdict.Unavailable) critic.judge(draft)).reason()).contains("cannot be loaded");
  }
}
