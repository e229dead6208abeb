package glassbox.inference.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.contracts.specialist.ChannelMonitor.Reason;
import glassbox.inference.monitor.WatchFile.Known;
import glassbox.shell.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchFileTest {
  private static final List<Known> KNOWN =
      List.of(
          new Known("aa", "plain", null, null),
          new Known("bb", "odd", Reason.ADDED, Instant.parse("2026-11-28T08:00:00.123456Z")));

  @TempDir Path folder;
  private Path path;
  private WatchFile file;

  @BeforeEach
  void open() {
    path = folder.resolve("deep/channels.json");
    file = new WatchFile(path, StrictJson.mapper());
  }

  @Test
  void isEmptyBeforeTheFirstStart() {
    assertThat(file.read()).isEmpty();
  }

  @Test
  void givesBackWhatWasWrittenLast() {
    file.write(List.of());
    file.write(KNOWN);
    assertThat(file.read()).contains(KNOWN);
    assertThat(folder.resolve("deep")).isDirectoryContaining("glob:**/channels.json");
    assertThat(folder.resolve("deep").toFile().list()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "{\"version\":2,\"known\":[]}", "{\"version\":1,\"extra\":1}"})
  void neverTakesDamageForAFirstStart(String text) throws IOException {
    file.write(KNOWN);
    Files.writeString(path, text);
    assertThatThrownBy(() -> file.read())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("channels.json cannot be read");
  }
}
