package glassbox.engine.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Ed25519 keys in PEM: PUBLIC KEY (X.509) and PRIVATE KEY (PKCS #8). */
public final class ManifestKeys {
  static final String ALGORITHM = "Ed25519";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final String PRIVATE = "PRIVATE KEY";

  private ManifestKeys() {}

  /** A new pair from the platform's secure randomness. */
  public static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no Ed25519 on this platform", e);
    }
  }

  /** Hex SHA-256 of the encoded public key. */
  public static String fingerprint(PublicKey key) {
    return Digests.sha256(key.getEncoded());
  }

  /**
   * Reads a public key.
   *
   * @throws RegistryException when the file is not one
   */
  public static PublicKey readPublic(Path pem) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(read(pem, PUBLIC)));
    } catch (GeneralSecurityException e) {
      throw new RegistryException(pem + ": not an Ed25519 public key", e);
    }
  }

  /**
   * Reads a private key.
   *
   * @throws RegistryException when the file is not one
   */
  public static PrivateKey readPrivate(Path pem) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(read(pem, PRIVATE)));
    } catch (GeneralSecurityException e) {
      throw new RegistryException(pem + ": not an Ed25519 private key", e);
    }
  }

  /** The PEM text of a public or private key. */
  public static String pem(Key key) {
    String label = key instanceof PublicKey ? PUBLIC : PRIVATE;
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static byte[] read(Path pem, String label) {
    try {
      String text = Files.readString(pem, StandardCharsets.US_ASCII).strip();
      String begin = "-----BEGIN " + label + "-----";
      String end = "-----END " + label + "-----";
      if (!text.startsWith(begin) || !text.endsWith(end)) {
        throw new RegistryException(pem + ": holds no " + label + " in PEM");
      }
      String body = text.substring(begin.length(), text.length() - end.length());
      return Base64.getMimeDecoder().decode(body);
    } catch (IOException | IllegalArgumentException e) {
      throw new RegistryException(pem + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
