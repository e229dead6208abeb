package glassbox.audit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  private static final int LOOKS = 5_000;

  @TempDir private Path folder;
  private Path pidFile = Path.of("");

  @BeforeEach
  void name() {
    pidFile = folder.resolve("postmaster.pid");
  }

  @Test
  void aFileThatComesAndGoesWhileItIsReadIsNoFailure() throws IOException {
    var looked = new AtomicBoolean();
    try (DataDirectory directory = DataDirectory.take(folder)) {
      CompletableFuture<Void> coming =
          CompletableFuture.runAsync(
              () -> {
                while (!looked.get()) {
                  comeAndGo();
                }
              });
      try {
        for (int i = 0; i < LOOKS; i++) {
          assertThat(directory.postmaster()).isEmpty();
        }
      } finally {
        looked.set(true);
        coming.join();
      }
    }
  }

  private void comeAndGo() {
    try {
      Files.write(pidFile, List.of("1", folder.toString()));
      Files.delete(pidFile);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aProcessThatIsNoPostgresIsNotOurs() throws IOException {
    try (DataDirectory directory = DataDirectory.take(folder)) {
      long own = ProcessHandle.current().pid();
      Files.write(pidFile, List.of(Long.toString(own), directory.path().toString()));
      assertThat(directory.postmaster()).isEmpty();
    }
  }
}
