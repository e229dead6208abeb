package glassbox.ledger.royalty;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The public key that receipts are checked with; whoever has it needs nobody to ask. */
public final class RoyaltyVerifier {
  private static final int ID_BYTES = 8;
  private static final int SIGNATURE_BYTES = 64;

  private final PublicKey key;
  private final String id;

  private RoyaltyVerifier(PublicKey key) {
    this.key = key;
    this.id = HexFormat.of().formatHex(Arrays.copyOf(sha256(key.getEncoded()), ID_BYTES));
  }

  /**
   * The key of an X.509 encoding.
   *
   * @throws IllegalArgumentException if it is none
   */
  static RoyaltyVerifier of(byte[] x509) {
    try {
      return new RoyaltyVerifier(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 public key", e);
    }
  }

  /**
   * Reads base64 of X.509.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static RoyaltyVerifier parse(String text) {
    return of(Base64.getDecoder().decode(text));
  }

  /** The text that {@link #parse} reads. */
  public String text() {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /** First 8 bytes of the SHA-256 of the X.509 encoding, in lower-case hex. */
  public String id() {
    return id;
  }

  /** Whether this key signed exactly this receipt. */
  public boolean verifies(RoyaltyReceipt receipt, byte[] signature) {
    return verifies(receipt.signedBytes(), signature);
  }

  boolean verifies(byte[] message, byte[] signed) {
    if (signed.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(signed);
    } catch (InvalidKeyException | SignatureException e) {
      return false;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Ed25519 is missing on this platform", e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return id;
  }
}
