package glassbox.lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.ledger.block.BlockCodec;
import glassbox.ledger.block.BlockHash;
import glassbox.ledger.block.MalformedBlockException;
import glassbox.ledger.bundle.BundledText;
import glassbox.ledger.checkpoint.CheckpointVerifier;
import glassbox.ledger.merkle.TreeHead;
import glassbox.ledger.run.ContentCommitment;
import glassbox.ledger.run.MalformedJsonException;
import glassbox.ledger.run.RunRecordHash;
import glassbox.ledger.tile.FileTiles;
import glassbox.ledger.tile.TileAudit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One flipped bit in anything that is stored by itself: a block, an envelope, a text, a tile, a
 * checkpoint. Each is found by the check that an auditor makes of it. Bits are drawn with a seed.
 */
class StoredBitsTest {
  private static final int FLIPS = Integer.getInteger("flips", 800);

  @TempDir private Path directory;
  private TestLog log;
  private TestRuns.Sealed run;
  private byte[] checkpoint;

  @BeforeEach
  void seal() {
    log = new TestLog(directory, 1);
    log.others(300);
    run = TestRuns.run(1, 2, Map.of());
    log.add(run);
    checkpoint = log.checkpoint();
  }

  /** Flips bits one at a time; {@code same} says whether the check lets the changed bytes pass. */
  private static void flip(String part, byte[] bytes, int flips, Predicate<byte[]> same) {
    assertThat(same.test(bytes)).as("%s as it is", part).isTrue();
    var random = new SplittableRandom(part.hashCode());
    int found = 0;
    for (int i = 0; i < flips; i++) {
      int bit = random.nextInt(8 * bytes.length);
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      found += same.test(bytes) ? 0 : 1;
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
    }
    FlipCount.add(part, flips, found);
    assertThat(found).as(part).isEqualTo(flips);
  }

  @Test
  void findsAFlippedBitInABlock() {
    byte[] block = run.blocks().getFirst();
    String hash = BlockHash.of(block);
    flip("block", block.clone(), FLIPS, bytes -> hash.equals(hash(bytes)));
    byte[] erased = BlockCodec.withoutContent(block);
    flip("block without content", erased, FLIPS, bytes -> hash.equals(hash(bytes)));
    byte[] content = BlockCodec.contentOf(block).orElseThrow();
    byte[] numbers = BlockCodec.withoutContent(block);
    flip("content of a block", content, FLIPS, bytes -> takesBack(numbers, bytes));
  }

  private static String hash(byte[] block) {
    try {
      return BlockHash.of(block);
    } catch (MalformedBlockException e) {
      return "refused";
    }
  }

  private static boolean takesBack(byte[] numbers, byte[] content) {
    try {
      return BlockCodec.withContent(numbers, content).length > 0;
    } catch (MalformedBlockException e) {
      return false;
    }
  }

  @Test
  void findsAFlippedBitInAnEnvelope() {
    String hash = RunRecordHash.of(run.envelope());
    byte[] envelope = run.envelope().getBytes(StandardCharsets.UTF_8);
    flip("envelope", envelope, FLIPS, bytes -> hash.equals(recordHash(bytes)));
  }

  private static String recordHash(byte[] envelope) {
    try {
      return RunRecordHash.of(utf8(envelope));
    } catch (MalformedJsonException | CharacterCodingException e) {
      return "refused";
    }
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  @Test
  void findsAFlippedBitInAText() {
    BundledText text = run.text().orElseThrow();
    UUID id = new UUID(1, 2);
    String hash = commitment(id, text, text.answer());
    byte[] answer = text.answer().getBytes(StandardCharsets.UTF_8);
    flip("text", answer, FLIPS, bytes -> answers(bytes, hash, id, text));
  }

  private static boolean answers(byte[] answer, String hash, UUID id, BundledText text) {
    try {
      return hash.equals(commitment(id, text, utf8(answer)));
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static String commitment(UUID id, BundledText text, String answer) {
    return ContentCommitment.of(
        text.salt(), id, text.system(), text.context(), text.prompt(), answer);
  }

  @Test
  void findsAFlippedBitInACheckpoint() {
    CheckpointVerifier trust = log.trust();
    flip("checkpoint", checkpoint.clone(), FLIPS, bytes -> verifies(trust, bytes));
  }

  private static boolean verifies(CheckpointVerifier trust, byte[] note) {
    try {
      return trust.verify(note).head().size() > 0;
    } catch (RuntimeException refused) {
      return false;
    }
  }

  /** Every file of tiles and entries; the whole log is hashed again for each flip. */
  @Test
  void findsAFlippedBitInATile() throws IOException {
    TreeHead head = log.trust().verify(checkpoint).head();
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory.resolve("tile"))) {
      files = all.filter(Files::isRegularFile).filter(file -> inTree(file, head)).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(4);
    var random = new SplittableRandom(7);
    int flips = Math.max(40, FLIPS / 10);
    int found = 0;
    for (int i = 0; i < flips; i++) {
      Path file = files.get(i % files.size());
      byte[] bytes = Files.readAllBytes(file);
      int bit = random.nextInt(8 * bytes.length);
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(file, changed);
      found += sound(head) ? 0 : 1;
      Files.write(file, bytes);
    }
    assertThat(sound(head)).isTrue();
    FlipCount.add("tile", flips, found);
    assertThat(found).isEqualTo(flips);
  }

  /** Partial tiles of smaller trees stay beside and belong to no tree any more. */
  private static boolean inTree(Path file, TreeHead head) {
    String path = file.toString();
    return !path.contains(".p")
        || path.endsWith(".p" + file.getFileSystem().getSeparator() + head.size() % 256)
        || path.contains(
            file.getFileSystem().getSeparator() + "1" + file.getFileSystem().getSeparator());
  }

  private boolean sound(TreeHead head) {
    try {
      new TileAudit(new FileTiles(directory)).check(head);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
