package glassbox.shell.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
  @TempDir Path home;
  private Path file;

  @BeforeEach
  void name() {
    file = home.resolve("new/history.jsonl");
  }

  private List<HistoryLine> write(String... lines) throws IOException {
    List<HistoryLine> written = new ArrayList<>();
    try (HistoryFile history = HistoryFile.open(file, _ -> {})) {
      for (String line : lines) {
        written.add(history.append(line));
      }
    }
    return written;
  }

  private List<HistoryLine> read() throws IOException {
    List<HistoryLine> lines = new ArrayList<>();
    try (HistoryFile history = HistoryFile.open(file, lines::add)) {
      assertThat(history.size()).isEqualTo(lines.size());
      assertThat(history.head())
          .isEqualTo(lines.isEmpty() ? "0".repeat(64) : lines.getLast().hash());
    }
    return lines;
  }

  @Test
  void nextStartReadsWhatWasWrittenAndGoesOn() throws IOException {
    List<HistoryLine> first = write("{\"a\":1}", "{\"b\":\"ü 🙂\"}");
    assertThat(read()).isEqualTo(first);
    List<HistoryLine> second = write("{\"c\":3}");
    assertThat(second.getFirst().number()).isEqualTo(3);
    assertThat(read()).hasSize(3).endsWith(second.getFirst());
  }

  @Test
  void lineThatACrashCutShortWasNeverWritten() throws IOException {
    List<HistoryLine> written = write("{\"a\":1}", "{\"b\":2}");
    byte[] whole = Files.readAllBytes(file);
    int second = whole.length / 2;
    for (int cut = second + 1; cut < whole.length; cut++) {
      Files.write(file, java.util.Arrays.copyOf(whole, cut));
      assertThat(read()).containsExactly(written.getFirst());
      assertThat(Files.size(file)).isEqualTo(second);
    }
    assertThat(write("{\"b\":2}")).containsExactly(written.getLast());
  }

  @Test
  void anyByteThatWasChangedIsFound() throws IOException {
    write("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length - 1; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      assertThatThrownBy(this::read).as("byte %d", at).isInstanceOf(HistoryException.class);
    }
  }

  @Test
  void lineThatWasTakenOutOrMovedIsFound() throws IOException {
    write("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
    List<String> lines = Files.readAllLines(file);
    Files.write(file, List.of(lines.get(0), lines.get(2)));
    assertThatThrownBy(this::read)
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("line 2");
    Files.write(file, List.of(lines.get(1), lines.get(0), lines.get(2)));
    assertThatThrownBy(this::read).hasMessageContaining("line 1");
  }

  @Test
  void oneAtATime() throws IOException {
    try (HistoryFile history = HistoryFile.open(file, _ -> {})) {
      assertThatThrownBy(() -> HistoryFile.open(file, _ -> {}))
          .isInstanceOf(HistoryException.class);
      assertThatThrownBy(() -> history.append("{\n}")).isInstanceOf(IllegalArgumentException.class);
      assertThat(history.size()).isZero();
    }
    Files.writeString(file, "garbage\n", StandardOpenOption.APPEND);
    assertThatThrownBy(this::read).hasMessageContaining("not as it was written");
  }
}
