package glassbox.ledger.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/** One signature line: which key, and the bytes it made. */
public final class NoteSignature {
  private static final String DASH = "\u2014 ";

  private final String name;
  private final int keyId;
  private final byte[] signature;

  /** Requires a key name without spaces or plus, and at least one byte of signature. */
  public NoteSignature(String name, int keyId, byte[] signature) {
    this.name = KeyName.require(name);
    this.keyId = keyId;
    this.signature = signature.clone();
    if (signature.length == 0) {
      throw new MalformedNoteException("a signature line without a signature");
    }
  }

  static NoteSignature parse(String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new MalformedNoteException("a signature line is: em dash, name, base64");
    }
    byte[] bytes = decode(line.substring(space + 1));
    return new NoteSignature(
        line.substring(DASH.length(), space),
        ByteBuffer.wrap(bytes).getInt(),
        Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
  }

  private static byte[] decode(String base64) {
    try {
      byte[] bytes = Base64Text.decode(base64);
      if (bytes.length > Integer.BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Answered below, like a signature that is too short.
    }
    throw new MalformedNoteException("a signature is base64 of a key id and the signature");
  }

  String line() {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + signature.length);
    bytes.putInt(keyId).put(signature);
    return DASH + name + " " + Base64Text.encode(bytes.array()) + "\n";
  }

  /** The key's name. */
  public String name() {
    return name;
  }

  /** The key's id. */
  public int keyId() {
    return keyId;
  }

  /** The bytes after the key id, copied. */
  public byte[] signature() {
    return signature.clone();
  }

  /** Whether the line says that it is this key's. */
  public boolean claims(NoteVerifier key) {
    return keyId == key.keyId() && name.equals(key.name());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature s
        && keyId == s.keyId
        && name.equals(s.name)
        && Arrays.equals(signature, s.signature);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, keyId, Arrays.hashCode(signature));
  }
}
