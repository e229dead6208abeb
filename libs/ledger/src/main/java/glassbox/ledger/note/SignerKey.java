package glassbox.ledger.note;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** A private key with its name. Its text is a secret: only {@link #secretText()} gives it. */
public final class SignerKey {
  private static final String PREFIX = "PRIVATE+KEY+";

  private final byte[] seed;
  private final VerifierKey verifier;

  private SignerKey(String name, KeyType type, byte[] seed) {
    KeyName.require(name);
    this.seed = seed.clone();
    this.verifier = VerifierKey.of(name, type, Ed25519.publicOf(seed));
  }

  /** A new key. The name should be the log's origin or the witness's address without a scheme. */
  public static SignerKey generate(String name, KeyType type, SecureRandom random) {
    byte[] seed = new byte[Ed25519.KEY_LENGTH];
    random.nextBytes(seed);
    return new SignerKey(name, type, seed);
  }

  /**
   * Reads "PRIVATE+KEY+name+id+base64(type || seed)".
   *
   * @throws MalformedNoteException in any other spelling, or if the id is not the key's
   */
  public static SignerKey parse(String text) {
    String[] parts =
        text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
    if (parts.length != 3) {
      throw new MalformedNoteException("a signer key is PRIVATE+KEY+name+id+base64");
    }
    byte[] typed = KeyText.material(parts[2]);
    SignerKey key =
        new SignerKey(parts[0], KeyType.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
    KeyText.requireId(parts[1], key.verifier.keyId());
    return key;
  }

  /** The secret text that {@link #parse} reads. For a file that only its owner reads. */
  public String secretText() {
    return PREFIX
        + verifier.name()
        + "+"
        + HexFormat.of().toHexDigits(verifier.keyId())
        + "+"
        + KeyText.material(verifier.type(), seed);
  }

  /** The public half. */
  public VerifierKey verifier() {
    return verifier;
  }

  /** The 64-byte Ed25519 signature over exactly these bytes. */
  public byte[] sign(byte[] message) {
    return Ed25519.sign(seed, message);
  }

  /** A signature line over a note's text. Requires a key of type {@link KeyType#ED25519}. */
  public NoteSignature signNote(String text) {
    if (verifier.type() != KeyType.ED25519) {
      throw new IllegalStateException("a witness's key signs cosignatures only");
    }
    byte[] signature = sign(text.getBytes(StandardCharsets.UTF_8));
    return new NoteSignature(verifier.name(), verifier.keyId(), signature);
  }

  /** The public half: never the seed. */
  @Override
  public String toString() {
    return "SignerKey of " + verifier;
  }
}
