package glassbox.ledger.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import glassbox.ledger.merkle.CompactRange;
import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.InconsistentTreeException;
import glassbox.ledger.merkle.ProofBuilder;
import glassbox.ledger.merkle.ProofVerifier;
import glassbox.ledger.merkle.ReferenceTree;
import glassbox.ledger.merkle.TreeHasher;
import glassbox.ledger.merkle.TreeHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileLogTest {
  @TempDir private Path directory;

  @Test
  void randomBatchesGiveTheReferencesRootsAndProofs() {
    SplittableRandom random = new SplittableRandom(41);
    Memory store = new Memory();
    TileLog log = TileLog.open(store, TreeHead.EMPTY);
    List<Hash> leaves = new ArrayList<>();
    while (leaves.size() < 2_000) {
      List<byte[]> batch = entries(random.nextInt(400), random);
      batch.forEach(entry -> leaves.add(TreeHasher.leaf(entry)));
      TreeHead older = log.head();
      TreeHead head = log.append(batch);
      assertThat(head.size()).isEqualTo(leaves.size());
      assertThat(head.rootHash()).isEqualTo(ReferenceTree.root(leaves));
      assertThat(log.proofs().head(head.size())).isEqualTo(head);
      if (older.size() > 0) {
        assertThat(
                ProofVerifier.consistent(
                    older, head, log.proofs().consistency(older.size(), head.size())))
            .isTrue();
      }
      log = TileLog.open(store, head);
    }
    TreeHead head = log.head();
    ProofBuilder proofs = log.proofs();
    for (int i = 0; i < leaves.size(); i++) {
      Hash leaf = TreeHasher.leaf(new Tiles(store).entry(i, head.size()));
      assertThat(leaf).isEqualTo(leaves.get(i));
      assertThat(ProofVerifier.includes(head, leaf, proofs.inclusion(i, head.size()))).isTrue();
    }
    new TileAudit(store).check(head);
  }

  @Test
  void threeLevelsOfTilesGiveTheSameRootAsTheRange() {
    Memory store = new Memory();
    TileLog log = TileLog.open(store, TreeHead.EMPTY);
    CompactRange range = CompactRange.empty();
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < 70_000; i++) {
      all.add(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)});
      range.append(TreeHasher.leaf(all.getLast()));
    }
    assertThat(log.append(all)).isEqualTo(range.head());
    assertThat(store.files)
        .containsKeys("tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
    assertThat(store.files).hasSize(2 * 274 + 3);
    for (long index : new long[] {0, 255, 256, 65_535, 65_536, 69_999}) {
      assertThat(
              ProofVerifier.includes(
                  range.head(),
                  TreeHasher.leaf(all.get((int) index)),
                  log.proofs().inclusion(index, 70_000)))
          .isTrue();
    }
    assertThat(TileLog.open(store, range.head()).head()).isEqualTo(range.head());
  }

  @Test
  void filesSurviveReopeningAndPartialsGoWhenFull() throws IOException {
    FileTiles files = new FileTiles(directory.resolve("new/log"));
    SplittableRandom random = new SplittableRandom(42);
    TileLog log = TileLog.open(files, TreeHead.EMPTY);
    TreeHead small = log.append(entries(10, random));
    TreeHead larger = log.append(entries(200, random));
    assertThat(files.read(new HashTileId(0, 0, 10))).isPresent();
    assertThat(files.read(new BundleId(0, 210))).isPresent();
    TreeHead head = TileLog.open(files, larger).append(entries(100, random));
    assertThat(files.read(new HashTileId(0, 0, 10))).isEmpty();
    assertThat(files.read(new HashTileId(0, 0, 256))).isPresent();
    assertThat(files.read(new BundleId(1, 54))).isPresent();
    assertThat(TileNodes.proofs(files, small.size()).head(small.size())).isEqualTo(small);
    assertThat(TileLog.open(files, larger).head()).isEqualTo(larger);
    assertThat(TileLog.open(files, head).head()).isEqualTo(head);
    files.publish(new byte[] {1});
    files.publish(new byte[] {2});
    assertThat(files.checkpoint().orElseThrow()).containsExactly(2);
    try (Stream<Path> all = Files.walk(directory)) {
      assertThat(all.map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
    }
  }

  @Test
  void neverOverwritesATile() {
    FileTiles files = new FileTiles(directory);
    HashTileId id = new HashTileId(0, 0, 256);
    files.write(id, new byte[] {1});
    files.write(id, new byte[] {1});
    assertThatExceptionOfType(TileConflictException.class)
        .isThrownBy(() -> files.write(id, new byte[] {2}));
    assertThat(files.read(id).orElseThrow()).containsExactly(1);
    TileLog one = TileLog.open(new FileTiles(directory.resolve("b")), TreeHead.EMPTY);
    TileLog two = TileLog.open(new FileTiles(directory.resolve("b")), TreeHead.EMPTY);
    one.append(entries(3, new SplittableRandom(1)));
    assertThatExceptionOfType(TileConflictException.class)
        .isThrownBy(() -> two.append(entries(3, new SplittableRandom(2))));
    assertThat(two.head()).isEqualTo(TreeHead.EMPTY);
  }

  @Test
  void anAppendThatFailsAnywhereCanBeMadeAgain() {
    SplittableRandom random = new SplittableRandom(43);
    List<byte[]> first = entries(300, random);
    List<byte[]> second = entries(400, random);
    Memory untouched = new Memory();
    TileLog straight = TileLog.open(untouched, TreeHead.EMPTY);
    TreeHead signed = straight.append(first);
    TreeHead expected = straight.append(second);
    int failures = 0;
    for (int steps = 0; steps < 40; steps++) {
      Memory store = new Memory();
      TileLog log = TileLog.open(store, TreeHead.EMPTY);
      log.append(first);
      store.stepsLeft = steps;
      try {
        log.append(second);
      } catch (UncheckedIOException e) {
        failures++;
        assertThat(log.head()).isEqualTo(signed);
      }
      store.stepsLeft = Integer.MAX_VALUE;
      TileLog reopened = TileLog.open(store, signed);
      assertThat(reopened.append(second)).isEqualTo(expected);
      assertThat(store.files.keySet()).isEqualTo(untouched.files.keySet());
      new TileAudit(store).check(expected);
    }
    assertThat(failures).isBetween(5, 39);
  }

  @Test
  void findsEveryFlippedBitOfEveryTile() {
    Memory store = new Memory();
    TreeHead head =
        TileLog.open(store, TreeHead.EMPTY).append(entries(260, new SplittableRandom(44)));
    TileAudit audit = new TileAudit(store);
    audit.check(head);
    SplittableRandom random = new SplittableRandom(45);
    int flips = 0;
    for (Map.Entry<String, byte[]> file : Map.copyOf(store.files).entrySet()) {
      byte[] good = file.getValue();
      for (int i = 0; i < 300; i++) {
        byte[] bad = good.clone();
        int bit = random.nextInt(8 * good.length);
        bad[bit / 8] ^= (byte) (1 << (bit % 8));
        store.files.put(file.getKey(), bad);
        assertThat(sound(audit, head)).as("%s bit %d", file.getKey(), bit).isFalse();
        flips++;
      }
      store.files.put(file.getKey(), good);
    }
    assertThat(flips).isGreaterThanOrEqualTo(1_500);
    store.files.remove("tile/0/000");
    assertThat(sound(audit, head)).isFalse();
  }

  @Test
  void opensOnlyUnderTheSignedRoot() {
    Memory store = new Memory();
    TileLog log = TileLog.open(store, TreeHead.EMPTY);
    TreeHead head = log.append(entries(20, new SplittableRandom(46)));
    TreeHead other = new TreeHead(20, TreeHasher.empty());
    assertThatExceptionOfType(InconsistentTreeException.class)
        .isThrownBy(() -> TileLog.open(store, other));
    assertThatExceptionOfType(MissingTileException.class)
        .isThrownBy(() -> TileLog.open(store, new TreeHead(21, head.rootHash())));
    byte[] tile = store.read(new HashTileId(0, 0, 20)).orElseThrow();
    store.files.put("tile/0/000.p/20", Arrays.copyOf(tile, tile.length - 1));
    assertThatExceptionOfType(MalformedTileException.class)
        .isThrownBy(() -> TileLog.open(store, head));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> log.append(List.of(new byte[0], new byte[65_536])));
    assertThat(log.head()).isEqualTo(head);
  }

  private static boolean sound(TileAudit audit, TreeHead head) {
    try {
      audit.check(head);
      return true;
    } catch (InconsistentTreeException | MissingTileException | MalformedTileException e) {
      return false;
    }
  }

  private static List<byte[]> entries(int count, SplittableRandom random) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] entry = new byte[random.nextInt(8, 60)];
      random.nextBytes(entry);
      entries.add(entry);
    }
    return entries;
  }

  /** A store that can fail before any step, as a machine that stops there. */
  private static final class Memory implements TileStore {
    private final Map<String, byte[]> files = new HashMap<>();
    private int stepsLeft = Integer.MAX_VALUE;

    @Override
    public Optional<byte[]> read(TileId id) {
      return Optional.ofNullable(files.get(id.path()));
    }

    @Override
    public void write(TileId id, byte[] bytes) {
      step();
      byte[] there = files.putIfAbsent(id.path(), bytes);
      if (there != null && !Arrays.equals(there, bytes)) {
        throw new TileConflictException(id);
      }
    }

    @Override
    public void dropPartials(TileId whole) {
      step();
      files.keySet().removeIf(path -> path.startsWith(whole.whole().path() + ".p/"));
    }

    private void step() {
      if (stepsLeft-- <= 0) {
        throw new UncheckedIOException(new IOException("the disk is full"));
      }
    }
  }
}
