package glassbox.ledger.note;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** A public key with its name: what someone must have from a trusted place to check a note. */
public final class VerifierKey implements NoteVerifier {
  private final String name;
  private final KeyType type;
  private final byte[] key;
  private final int id;

  private VerifierKey(String name, KeyType type, byte[] key) {
    this.name = KeyName.require(name);
    this.type = type;
    this.key = key.clone();
    if (key.length != Ed25519.KEY_LENGTH) {
      throw new MalformedNoteException("an Ed25519 key has 32 bytes");
    }
    this.id = KeyName.id(name, type, key);
  }

  /** A key from its 32 raw bytes (RFC 8032). */
  public static VerifierKey of(String name, KeyType type, byte[] key) {
    return new VerifierKey(name, type, key);
  }

  /**
   * Reads "name+id+base64(type || key)".
   *
   * @throws MalformedNoteException in any other spelling, or if the id is not the key's
   */
  public static VerifierKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3) {
      throw new MalformedNoteException("a verifier key is name+id+base64");
    }
    byte[] typed = KeyText.material(parts[2]);
    VerifierKey key =
        new VerifierKey(parts[0], KeyType.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
    KeyText.requireId(parts[1], key.id);
    return key;
  }

  /** The text that {@link #parse} reads. */
  public String text() {
    return name + "+" + HexFormat.of().toHexDigits(id) + "+" + KeyText.material(type, key);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int keyId() {
    return id;
  }

  public KeyType type() {
    return type;
  }

  /** The 32 raw bytes, copied. */
  public byte[] bytes() {
    return key.clone();
  }

  /** Whether this key made the 64-byte Ed25519 signature over exactly these bytes. */
  public boolean signed(byte[] message, byte[] signature) {
    return Ed25519.verify(key, message, signature);
  }

  /** A plain note signature. A witness's key never passes here: it signs another message. */
  @Override
  public boolean verify(byte[] text, byte[] signature) {
    return type == KeyType.ED25519 && signed(text, signature);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey k
        && name.equals(k.name)
        && type == k.type
        && Arrays.equals(key, k.key);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, id);
  }

  @Override
  public String toString() {
    return text();
  }
}
