package glassbox.inference.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.ledger.block.BlockHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  @TempDir Path folder;

  private static SealedBlock block(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new SealedBlock(BlockHash.of(bytes), bytes);
  }

  private static String next(Spool spool) {
    Path file = spool.oldest().orElseThrow();
    String content = new String(spool.read(file).orElseThrow().bytes(), StandardCharsets.UTF_8);
    spool.remove(file);
    return content;
  }

  @Test
  void keepsOrderAcrossRestarts() throws Exception {
    try (Spool spool = Spool.open(folder, 100)) {
      spool.add(block("one"));
      spool.add(block("two"));
    }
    try (Spool spool = Spool.open(folder, 100)) {
      spool.add(block("three"));
      assertThat(next(spool)).isEqualTo("one");
      assertThat(next(spool)).isEqualTo("two");
      assertThat(next(spool)).isEqualTo("three");
      assertThat(spool.oldest()).isEmpty();
    }
  }

  @Test
  void takesABlockOnce() throws Exception {
    try (Spool spool = Spool.open(folder, 100)) {
      spool.add(block("one"));
      spool.add(block("one"));
      assertThat(spool.size()).isEqualTo(1);
    }
  }

  @Test
  void refusesBeyondItsLimitAndTakesAgainWhenThereIsRoom() throws Exception {
    try (Spool spool = Spool.open(folder, 7)) {
      spool.add(block("four"));
      assertThatThrownBy(() -> spool.add(block("five"))).isInstanceOf(SpoolFullException.class);
      next(spool);
      spool.add(block("five"));
      assertThat(next(spool)).isEqualTo("five");
    }
  }

  @Test
  void forgetsWhatWasNeverFinished() throws Exception {
    Path part = folder.resolve("0000000000000000000-" + "a".repeat(64) + ".block.part");
    Files.writeString(part, "torn");
    try (Spool spool = Spool.open(folder, 100)) {
      assertThat(spool.size()).isZero();
      assertThat(part).doesNotExist();
    }
  }

  @Test
  void knowsADamagedBlockAndSetsItAside() throws Exception {
    try (Spool spool = Spool.open(folder, 100)) {
      spool.add(block("one"));
      Path file = spool.oldest().orElseThrow();
      Files.writeString(file, "onf");
      assertThat(spool.read(file)).isEmpty();
      spool.setAside(file);
      assertThat(spool.size()).isZero();
      assertThat(folder.resolve("refused")).isNotEmptyDirectory();
    }
  }

  @Test
  void belongsToOneProcess() throws Exception {
    try (Spool _ = Spool.open(folder, 100)) {
      assertThatThrownBy(() -> Spool.open(folder, 100)).isInstanceOf(IllegalStateException.class);
    }
  }
}
