package glassbox.engine.registry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Collection;

/**
 * manifest.sig: one line, {@code ed25519 <fingerprint of the key> <signature in base64>}, over
 * "glassbox-manifest-v1\n" and the bytes of manifest.json.
 */
final class ManifestSignature {
  private static final byte[] DOMAIN = "glassbox-manifest-v1\n".getBytes(StandardCharsets.UTF_8);
  private static final String ALGORITHM = "ed25519";

  private ManifestSignature() {}

  static String sign(byte[] manifest, KeyPair keys) {
    try {
      Signature signature = Signature.getInstance(ManifestKeys.ALGORITHM);
      signature.initSign(keys.getPrivate());
      signature.update(DOMAIN);
      signature.update(manifest);
      String encoded = Base64.getEncoder().encodeToString(signature.sign());
      return ALGORITHM + " " + ManifestKeys.fingerprint(keys.getPublic()) + " " + encoded + "\n";
    } catch (GeneralSecurityException e) {
      throw new RegistryException("the manifest cannot be signed: " + e.getMessage(), e);
    }
  }

  /** Throws unless one of the trusted keys made this signature over these bytes. */
  static void verify(byte[] manifest, String line, Collection<PublicKey> trusted) {
    String[] parts = line.strip().split(" ", -1);
    if (parts.length != 3 || !parts[0].equals(ALGORITHM)) {
      throw new RegistryException("manifest.sig: not an ed25519 signature line");
    }
    PublicKey key =
        trusted.stream()
            .filter(candidate -> ManifestKeys.fingerprint(candidate).equals(parts[1]))
            .findFirst()
            .orElseThrow(
                () ->
                    new RegistryException(
                        "manifest.sig: signed by a key that is not trusted; trust its public key"
                            + " or have the manifest signed again"));
    if (!valid(manifest, parts[2], key)) {
      throw new RegistryException(
          "manifest.sig: does not belong to manifest.json; one of them was changed");
    }
  }

  private static boolean valid(byte[] manifest, String encoded, PublicKey key) {
    try {
      Signature signature = Signature.getInstance(ManifestKeys.ALGORITHM);
      signature.initVerify(key);
      signature.update(DOMAIN);
      signature.update(manifest);
      return signature.verify(Base64.getDecoder().decode(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
