package glassbox.ledger.note;

import java.util.HexFormat;

/** The parts that the texts of verifier and signer keys share. */
final class KeyText {
  private KeyText() {}

  static String material(KeyType type, byte[] key) {
    byte[] typed = new byte[key.length + 1];
    typed[0] = type.code();
    System.arraycopy(key, 0, typed, 1, key.length);
    return Base64Text.encode(typed);
  }

  /** The type byte and 32 bytes of key. */
  static byte[] material(String base64) {
    try {
      byte[] typed = Base64Text.decode(base64);
      if (typed.length == Ed25519.KEY_LENGTH + 1) {
        return typed;
      }
    } catch (IllegalArgumentException e) {
      // The same answer as for the wrong length; the cause could quote a private key.
    }
    throw new MalformedNoteException("key material must be base64 of a type and 32 bytes");
  }

  static void requireId(String hex, int id) {
    if (!hex.equals(HexFormat.of().toHexDigits(id))) {
      throw new MalformedNoteException("the key id is not that of the key");
    }
  }
}
