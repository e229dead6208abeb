package glassbox.inference.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Execution;
import glassbox.ledger.block.SamplerSettings;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.TokenBlock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  private static final int ROOM = 1000;

  @TempDir Path folder;

  /** A block that nothing but the content tells from another. */
  static SealedBlock block(String content) {
    return SealedBlock.of(
        new TokenBlock(
            new UUID(0, 1),
            0,
            List.of(new SpecialistRef("general", "1f".repeat(32))),
            Combination.Mixture.uniform(1),
            new SamplerSettings(1, 1, false, 0),
            new Execution(content, 1, 1),
            BlockContent.unsalted(List.of(1), List.of()),
            List.of()));
  }

  private static String next(Spool spool) {
    Path file = spool.oldest().orElseThrow();
    String content = BlockCodec.decode(spool.read(file).orElseThrow().bytes()).execution().build();
    spool.remove(file);
    return content;
  }

  @Test
  void keepsOrderAcrossRestarts() throws Exception {
    try (Spool spool = Spool.open(folder, ROOM)) {
      spool.add(block("one"));
      spool.add(block("two"));
    }
    try (Spool spool = Spool.open(folder, ROOM)) {
      spool.add(block("three"));
      assertThat(next(spool)).isEqualTo("one");
      assertThat(next(spool)).isEqualTo("two");
      assertThat(next(spool)).isEqualTo("three");
      assertThat(spool.oldest()).isEmpty();
    }
  }

  @Test
  void takesABlockOnce() throws Exception {
    try (Spool spool = Spool.open(folder, ROOM)) {
      spool.add(block("one"));
      spool.add(block("one"));
      assertThat(spool.size()).isEqualTo(1);
    }
  }

  @Test
  void refusesBeyondItsLimitAndTakesAgainWhenThereIsRoom() throws Exception {
    try (Spool spool = Spool.open(folder, block("four").bytes().length + 3)) {
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
    try (Spool spool = Spool.open(folder, ROOM)) {
      assertThat(spool.size()).isZero();
      assertThat(part).doesNotExist();
    }
  }

  @Test
  void knowsADamagedBlockAndSetsItAside() throws Exception {
    try (Spool spool = Spool.open(folder, ROOM)) {
      spool.add(block("one"));
      Path file = spool.oldest().orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      for (int at : new int[] {0, bytes.length / 2, bytes.length - 1}) {
        byte[] damaged = bytes.clone();
        damaged[at] ^= 1;
        Files.write(file, damaged);
        assertThat(spool.read(file)).isEmpty();
      }
      spool.setAside(file);
      assertThat(spool.size()).isZero();
      assertThat(folder.resolve("refused")).isNotEmptyDirectory();
    }
  }

  @Test
  void belongsToOneProcess() throws Exception {
    try (Spool _ = Spool.open(folder, ROOM)) {
      assertThatThrownBy(() -> Spool.open(folder, ROOM)).isInstanceOf(IllegalStateException.class);
    }
  }
}
