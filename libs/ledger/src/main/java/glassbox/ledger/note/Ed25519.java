package glassbox.ledger.note;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** RFC 8032 on the JDK's provider, with raw 32-byte keys (RFC 8410 gives the DER around them). */
final class Ed25519 {
  static final int KEY_LENGTH = 32;
  static final int SIGNATURE_LENGTH = 64;

  private static final byte[] PUBLIC_DER = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte[] PRIVATE_DER =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private Ed25519() {}

  static byte[] sign(byte[] seed, byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(privateKey(seed));
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 cannot sign on this platform", e);
    }
  }

  static boolean verify(byte[] publicKey, byte[] message, byte[] signed) {
    if (signed.length != SIGNATURE_LENGTH) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(publicKey(publicKey));
      signature.update(message);
      return signature.verify(signed);
    } catch (InvalidKeyException | SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 cannot verify on this platform", e);
    }
  }

  /**
   * The public key of a seed. The JDK derives it only while it makes a pair, so the pair is made
   * with the seed in place of randomness, and checked to be that seed's.
   */
  static byte[] publicOf(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, new SeedAsRandom(seed));
      KeyPair pair = generator.generateKeyPair();
      if (!Arrays.equals(pair.getPrivate().getEncoded(), join(PRIVATE_DER, seed))) {
        throw new IllegalStateException("this platform's Ed25519 does not take a seed");
      }
      byte[] der = pair.getPublic().getEncoded();
      return Arrays.copyOfRange(der, PUBLIC_DER.length, der.length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is missing on this platform", e);
    }
  }

  private static PrivateKey privateKey(byte[] seed) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519")
        .generatePrivate(new PKCS8EncodedKeySpec(join(PRIVATE_DER, seed)));
  }

  private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new X509EncodedKeySpec(join(PUBLIC_DER, key)));
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static final class SeedAsRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    SeedAsRandom(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("this platform's Ed25519 does not take a seed");
      }
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}
