package glassbox.ledger.block;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a block: SHA-256 over the digests of its two parts, so that it stays the same when
 * the content is replaced by its digest. Each hash starts with a domain tag of its own.
 */
public final class BlockHash {
  private static final String BLOCK = "glassbox/block/v";
  private static final String NUMBERS = "glassbox/block-numbers/v";
  private static final String CONTENT = "glassbox/block-content/v1";

  private BlockHash() {}

  /**
   * Lower-case hex of the block's hash, as in docs/formats/block-v2.md.
   *
   * @throws MalformedBlockException if the bytes have not the two parts of a block
   */
  public static String of(byte[] block) {
    Container container = Container.read(block);
    byte[] numbers = digest(NUMBERS + container.version(), container.numbers());
    byte[] content = HexFormat.of().parseHex(container.contentDigest());
    return HexFormat.of().formatHex(digest(BLOCK + container.version(), numbers, content));
  }

  static String contentDigest(byte[] content) {
    return HexFormat.of().formatHex(digest(CONTENT, content));
  }

  private static byte[] digest(String domain, byte[]... parts) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(domain.getBytes(StandardCharsets.US_ASCII));
      sha256.update((byte) 0);
      for (byte[] part : parts) {
        sha256.update(part);
      }
      return sha256.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
