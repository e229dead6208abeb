package glassbox.ledger.royalty;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** The Ed25519 key that signs receipts. Its text is a secret: only {@link #secretText} gives it. */
public final class RoyaltyKey {
  private static final String PRIVATE = "private ";
  private static final String PUBLIC = "public ";

  private final PrivateKey key;
  private final RoyaltyVerifier verifier;

  private RoyaltyKey(PrivateKey key, RoyaltyVerifier verifier) {
    this.key = key;
    this.verifier = verifier;
  }

  /** A new key. */
  public static RoyaltyKey generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, random);
      KeyPair pair = generator.generateKeyPair();
      return new RoyaltyKey(pair.getPrivate(), RoyaltyVerifier.of(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is missing on this platform", e);
    }
  }

  /**
   * Reads two lines: "private " with base64 of PKCS #8, "public " with base64 of X.509.
   *
   * @throws IllegalArgumentException in any other form, or if the two are not a pair; the message
   *     quotes nothing
   */
  public static RoyaltyKey parse(String secretText) {
    List<String> lines = secretText.lines().toList();
    if (lines.size() != 2
        || !lines.get(0).startsWith(PRIVATE)
        || !lines.get(1).startsWith(PUBLIC)) {
      throw new IllegalArgumentException("a royalty key has two lines, private and public");
    }
    RoyaltyVerifier verifier = RoyaltyVerifier.parse(lines.get(1).substring(PUBLIC.length()));
    RoyaltyKey key = new RoyaltyKey(privateKey(lines.get(0).substring(PRIVATE.length())), verifier);
    byte[] probe = "glassbox/royalty-key-probe".getBytes(StandardCharsets.US_ASCII);
    if (!verifier.verifies(probe, key.sign(probe))) {
      throw new IllegalArgumentException("the two halves of the royalty key are not a pair");
    }
    return key;
  }

  private static PrivateKey privateKey(String base64) {
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("the private half of the royalty key is not readable");
    }
  }

  /** The text that {@link #parse} reads. For a file that only its owner reads. */
  public String secretText() {
    return PRIVATE
        + Base64.getEncoder().encodeToString(key.getEncoded())
        + "\n"
        + PUBLIC
        + verifier.text()
        + "\n";
  }

  /** The public half. */
  public RoyaltyVerifier verifier() {
    return verifier;
  }

  /** The 64-byte signature of a receipt. */
  public byte[] sign(RoyaltyReceipt receipt) {
    return sign(receipt.signedBytes());
  }

  private byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 cannot sign on this platform", e);
    }
  }

  /** The public half: never the secret. */
  @Override
  public String toString() {
    return "RoyaltyKey of " + verifier;
  }
}
