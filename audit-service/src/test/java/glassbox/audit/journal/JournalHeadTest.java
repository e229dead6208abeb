package glassbox.audit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalHeadTest {
  @TempDir Path folder;

  @Test
  void remembersTheHighestNumberOverARestart() throws Exception {
    Path file = folder.resolve("log").resolve("journal.head");
    try (JournalHead head = new JournalHead(file)) {
      assertThat(head.number()).isEqualTo(-1);
      head.reached(41);
      head.reached(7);
      head.keep();
      assertThat(Files.readString(file)).isEqualTo("0000000000000000041\n");
      head.reached(1234);
    }
    try (JournalHead head = new JournalHead(file)) {
      assertThat(head.number()).isEqualTo(1234);
    }
  }

  @Test
  void takesAFileThatACrashLeftEmptyForNone() throws Exception {
    Path file = Files.writeString(folder.resolve("journal.head"), "");
    try (JournalHead head = new JournalHead(file)) {
      assertThat(head.number()).isEqualTo(-1);
    }
  }

  @Test
  void refusesAFileThatIsNoNumber() throws Exception {
    Path file = Files.writeString(folder.resolve("journal.head"), "many");
    assertThatThrownBy(() -> new JournalHead(file)).hasMessageContaining("does not hold a number");
  }
}
