package glassbox.ledger.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TilePathTest {
  @Test
  void writesThePathsOfTheSpecification() {
    assertThat(new HashTileId(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(new HashTileId(63, 0, 255).path()).isEqualTo("tile/63/000.p/255");
    assertThat(new BundleId(1_000, 1).path()).isEqualTo("tile/entries/x001/000.p/1");
    assertThat(new BundleId(999, 256).whole().full()).isTrue();
  }

  @Test
  void widthsAreThoseOfTheSpecification() {
    long size = 70_000;
    assertThat(HashTileId.at(0, 272, size).full()).isTrue();
    assertThat(HashTileId.at(0, 273, size).width()).isEqualTo(112);
    assertThat(HashTileId.at(1, 0, size).full()).isTrue();
    assertThat(HashTileId.at(1, 1, size).width()).isEqualTo(17);
    assertThat(HashTileId.at(2, 0, size).width()).isEqualTo(1);
    assertThat(BundleId.at(273, size)).isEqualTo(new BundleId(273, 112));
    assertThatIllegalArgumentException().isThrownBy(() -> HashTileId.at(3, 0, size));
    assertThatIllegalArgumentException().isThrownBy(() -> HashTileId.at(0, 274, size));
    assertThatIllegalArgumentException().isThrownBy(() -> HashTileId.at(8, 0, Long.MAX_VALUE));
  }

  @Test
  void readsEveryPathItWrites() {
    SplittableRandom random = new SplittableRandom(31);
    for (int i = 0; i < 10_000; i++) {
      long index = random.nextLong() >>> random.nextInt(9, Long.SIZE);
      int width = random.nextInt(1, 257);
      TileId id =
          random.nextBoolean()
              ? new BundleId(index, width)
              : new HashTileId(random.nextInt(64), index, width);
      assertThat(TileId.parse(id.path())).isEqualTo(id);
    }
  }

  @Test
  void readsOnlyPaths() {
    for (String bad :
        List.of(
            "",
            "tile/0/0",
            "tile/0/0000",
            "tile/00/000",
            "tile/64/000",
            "tile/-1/000",
            "tile/0/x000/001",
            "tile/0/001/002",
            "tile/0/x001",
            "tile/0/001.p/0",
            "tile/0/001.p/01",
            "tile/0/001.p/256",
            "tile/0/001.p",
            "tile/0/../000",
            "tile/0/000/",
            "/tile/0/000",
            "tile/entry/000",
            "tile/0/\u0660\u0660\u0660",
            "tile/0/x999/x999/x999/x999/x999/x999/999",
            "tile/0/x999/x999/x999/x999/x999/999")) {
      assertThatExceptionOfType(MalformedTileException.class)
          .as(bad)
          .isThrownBy(() -> TileId.parse(bad));
    }
  }

  @Test
  void randomBundlesGiveOnlyTheDocumentedException() {
    SplittableRandom random = new SplittableRandom(32);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) (random.nextInt(3) == 0 ? random.nextInt(8) : 0);
      }
      try {
        List<byte[]> entries = EntryBundle.decode(bytes, random.nextInt(1, 12));
        assertThat(EntryBundle.encode(entries)).isEqualTo(bytes);
      } catch (MalformedTileException e) {
        assertThat(e).isNotNull();
      }
    }
    assertThatExceptionOfType(MalformedTileException.class)
        .isThrownBy(() -> HashTile.decode(new byte[33], 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])));
  }
}
