package glassbox.ledger.block;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of a block: SHA-256 over a domain tag and the encoded bytes. */
public final class BlockHash {
  private static final byte[] DOMAIN = "glassbox/block/v1\0".getBytes(StandardCharsets.US_ASCII);

  private BlockHash() {}

  /** Lower-case hex SHA-256 of {@code "glassbox/block/v1" 0x00 block}. */
  public static String of(byte[] block) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(DOMAIN);
      return HexFormat.of().formatHex(sha256.digest(block));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
