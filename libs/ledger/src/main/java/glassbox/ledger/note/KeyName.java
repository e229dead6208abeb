package glassbox.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names and ids of keys. */
final class KeyName {
  private static final int MAX_LENGTH = 255;
  private static final int NEXT_LINE = 0x85;

  private KeyName() {}

  /** The name, if it is one: not empty, without spaces of any kind, plus, or control characters. */
  static String require(String name) {
    if (name.isEmpty() || name.length() > MAX_LENGTH || name.codePoints().anyMatch(KeyName::bad)) {
      throw new MalformedNoteException("a key name must be 1-255 characters, no space, no plus");
    }
    return name;
  }

  private static boolean bad(int c) {
    return c == '+'
        || c < 0x20
        || c == NEXT_LINE
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /** SHA-256(name || newline || type || public key)[:4], big-endian. */
  static int id(String name, KeyType type, byte[] publicKey) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      digest.update(type.code());
      return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
