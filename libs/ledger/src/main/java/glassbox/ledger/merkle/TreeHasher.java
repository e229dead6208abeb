package glassbox.ledger.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** RFC 6962's hashes: prefixes keep a leaf from passing for a node (second preimages). */
public final class TreeHasher {
  /** First byte under the hash of a leaf. */
  public static final byte LEAF_PREFIX = 0x00;

  /** First byte under the hash of an inner node. */
  public static final byte NODE_PREFIX = 0x01;

  private static final Hash EMPTY = Hash.adopt(sha256().digest());

  private TreeHasher() {}

  /** The root of a tree without leaves: SHA-256 of nothing. */
  public static Hash empty() {
    return EMPTY;
  }

  /** SHA-256(0x00 || entry). */
  public static Hash leaf(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(LEAF_PREFIX);
    return Hash.adopt(digest.digest(entry));
  }

  /** SHA-256(0x01 || left || right). */
  public static Hash node(Hash left, Hash right) {
    return Hash.adopt(node(left.raw(), right.raw()));
  }

  static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update(NODE_PREFIX);
    digest.update(left);
    return digest.digest(right);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
