package glassbox.ledger.tile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The bytes of an entry bundle: each entry behind its length in 2 bytes, big-endian. */
public final class EntryBundle {
  /** Largest entry, in bytes. */
  public static final int MAX_ENTRY = 0xffff;

  private EntryBundle() {}

  /** Requires 1 to 256 entries of at most 65,535 bytes, else IllegalArgumentException. */
  public static byte[] encode(List<byte[]> entries) {
    if (entries.isEmpty() || entries.size() > TileId.WIDTH) {
      throw new IllegalArgumentException("a bundle has 1 to 256 entries");
    }
    int length = entries.stream().mapToInt(entry -> Short.BYTES + checked(entry).length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(length);
    entries.forEach(entry -> bytes.putShort((short) entry.length).put(entry));
    return bytes.array();
  }

  /** The entry, if it can stand in a bundle; else IllegalArgumentException. */
  static byte[] checked(byte[] entry) {
    if (entry.length > MAX_ENTRY) {
      throw new IllegalArgumentException("an entry has at most 65,535 bytes");
    }
    return entry;
  }

  /**
   * Reads the entries.
   *
   * @throws MalformedTileException if the bytes are not exactly {@code width} entries
   */
  public static List<byte[]> decode(byte[] bundle, int width) {
    ByteBuffer bytes = ByteBuffer.wrap(bundle);
    List<byte[]> entries = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      if (bytes.remaining() < Short.BYTES) {
        throw new MalformedTileException("a bundle ends before its last entry");
      }
      int length = Short.toUnsignedInt(bytes.getShort());
      if (bytes.remaining() < length) {
        throw new MalformedTileException("an entry reaches over the bundle's end");
      }
      byte[] entry = new byte[length];
      bytes.get(entry);
      entries.add(entry);
    }
    if (bytes.hasRemaining()) {
      throw new MalformedTileException("bytes follow the bundle's last entry");
    }
    return entries;
  }
}
