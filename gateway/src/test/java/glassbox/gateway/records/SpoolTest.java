package glassbox.gateway.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.util.unit.DataSize;

class SpoolTest {
  @TempDir Path directory;

  private Spool open() throws IOException {
    return new Spool(directory, 5, 1_000);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void keepsOrderOverRestarts() throws IOException {
    List<UUID> runs = IntStream.range(0, 4).mapToObj(i -> new UUID(7, 100 - i)).toList();
    Spool spool = open();
    spool.append(runs.get(0), "one", bytes("0"));
    spool.append(runs.get(1), "one", bytes("1"));
    spool = open();
    spool.append(runs.get(2), "two", bytes("2"));
    spool.remove(spool.pending().getFirst());
    spool = open();
    spool.append(runs.get(3), "two", bytes("3"));

    assertThat(open().pending())
        .extracting(SpoolEntry::runId)
        .containsExactly(runs.get(1), runs.get(2), runs.get(3));
    assertThat(open().read(open().pending().getFirst())).isEqualTo(bytes("1"));
  }

  @Test
  void takesNoMoreThanItsBounds() throws IOException {
    Spool spool = open();
    for (int i = 0; i < 5; i++) {
      spool.append(new UUID(7, i), "one", bytes("x"));
    }

    assertThat(spool.isFull()).isTrue();
    assertThatThrownBy(() -> spool.append(new UUID(7, 9), "one", bytes("x")))
        .isInstanceOf(SpoolFull.class);
    spool.remove(spool.pending().getFirst());
    assertThatThrownBy(() -> spool.append(new UUID(7, 9), "one", new byte[1_000]))
        .isInstanceOf(SpoolFull.class);
    spool.append(new UUID(7, 9), "one", bytes("x"));
  }

  @Test
  void removesDraftsThatACrashLeftBehind() throws IOException {
    Files.createDirectories(directory);
    Path draft = directory.resolve("%019d_%s_one.json.draft".formatted(1, new UUID(7, 1)));
    Files.writeString(draft, "{\"half\":");

    assertThat(open().pending()).isEmpty();
    assertThat(draft).doesNotExist();
  }

  @Test
  void leavesFilesAloneThatAreNotItsOwn() throws IOException {
    Path note = Files.writeString(directory.resolve("note.txt"), "mine");

    assertThat(open().size()).isZero();
    assertThat(note).exists();
  }

  @Test
  void onlyTheOwnerMayReadRecords() throws IOException {
    Spool spool = open();
    spool.append(new UUID(7, 1), "one", bytes("x"));

    Path file = directory.resolve(spool.pending().getFirst().fileName());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void putsRefusedRecordsAsideAndCountsThem() throws IOException {
    Spool spool = open();
    spool.append(new UUID(7, 1), "one", bytes("x"));

    spool.setAside(spool.pending().getFirst());

    assertThat(spool.size()).isZero();
    assertThat(spool.refused()).isEqualTo(1);
    assertThat(open().refused()).isEqualTo(1);
    assertThat(new SpoolHealth(spool).health().getStatus().getCode()).isEqualTo("DOWN");
  }

  @Test
  void pinsTheDefaults() {
    assertThat(new Binder().bindOrCreate("glassbox.gateway.spool", SpoolProperties.class))
        .isEqualTo(
            new SpoolProperties(
                Path.of(".glassbox/spool/gateway"), 10_000, DataSize.ofMegabytes(256)));
  }

  @Test
  void isFullWhenTheDiskIs() throws IOException {
    AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    Spool spool = new Spool(directory, 10, 10_000, room::get);
    assertThat(spool.isFull()).isFalse();

    room.set(1000);

    assertThat(spool.isFull()).isTrue();
  }
}
