package glassbox.ledger.tile;

import glassbox.ledger.merkle.Hash;
import glassbox.ledger.merkle.TreeHasher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytes of a hash tile: its hashes one after the other, nothing else. */
public final class HashTile {
  private HashTile() {}

  /** 32 bytes a hash. */
  public static byte[] encode(List<Hash> hashes) {
    byte[] bytes = new byte[hashes.size() * Hash.LENGTH];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Hash.LENGTH, Hash.LENGTH);
    }
    return bytes;
  }

  /**
   * Reads the hashes.
   *
   * @throws MalformedTileException if the bytes are not exactly {@code width} hashes
   */
  public static List<Hash> decode(byte[] bytes, int width) {
    if (bytes.length != width * Hash.LENGTH) {
      throw new MalformedTileException("a tile of " + width + " hashes has another length");
    }
    List<Hash> hashes = new ArrayList<>(width);
    for (int at = 0; at < bytes.length; at += Hash.LENGTH) {
      hashes.add(Hash.of(Arrays.copyOfRange(bytes, at, at + Hash.LENGTH)));
    }
    return hashes;
  }

  /** The root of the perfect tree over these hashes. Requires a power of two of them. */
  static Hash root(List<Hash> hashes) {
    if (hashes.size() == 1) {
      return hashes.getFirst();
    }
    int half = hashes.size() / 2;
    return TreeHasher.node(
        root(hashes.subList(0, half)), root(hashes.subList(half, hashes.size())));
  }
}
