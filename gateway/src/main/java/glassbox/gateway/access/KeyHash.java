package glassbox.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of an API key. Keys carry 256 random bits, so a fast hash is as good as a slow one.
 * Comparison takes the same time wherever the hashes differ.
 */
final class KeyHash {
  private final byte[] digest;

  private KeyHash(byte[] digest) {
    this.digest = digest;
  }

  static KeyHash of(String key) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return new KeyHash(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads 64 hex digits; anything else is an IllegalArgumentException. */
  static KeyHash parse(String hex) {
    if (hex.length() != 64) {
      throw new IllegalArgumentException("a key's sha256 has 64 hex digits");
    }
    return new KeyHash(HexFormat.of().parseHex(hex));
  }

  String hex() {
    return HexFormat.of().formatHex(digest);
  }

  boolean matches(KeyHash other) {
    return MessageDigest.isEqual(digest, other.digest);
  }
}
