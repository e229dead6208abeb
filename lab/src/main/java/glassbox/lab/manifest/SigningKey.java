package glassbox.lab.manifest;

import glassbox.engine.registry.ManifestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** The key that signs manifests: a private key in PEM, its public key beside it as {@code .pub}. */
public final class SigningKey {

  private SigningKey() {}

  /**
   * Makes a new pair and writes it, the private part readable by its owner alone.
   *
   * @throws java.nio.file.FileAlreadyExistsException when {@code file} exists
   */
  public static KeyPair create(Path file) throws IOException {
    KeyPair keys = ManifestKeys.generate();
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, ManifestKeys.pem(keys.getPrivate()));
    Files.writeString(publicFile(file), ManifestKeys.pem(keys.getPublic()));
    return keys;
  }

  /**
   * Reads a pair.
   *
   * @throws glassbox.engine.registry.RegistryException when a file is no key
   * @throws IllegalArgumentException when the two keys do not belong together
   */
  public static KeyPair read(Path file) {
    PrivateKey privateKey = ManifestKeys.readPrivate(file);
    PublicKey publicKey = ManifestKeys.readPublic(publicFile(file));
    if (!belongTogether(privateKey, publicKey)) {
      throw new IllegalArgumentException(publicFile(file) + " is not the public key of " + file);
    }
    return new KeyPair(publicKey, privateKey);
  }

  private static boolean belongTogether(PrivateKey privateKey, PublicKey publicKey) {
    byte[] probe = {1, 2, 3};
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(privateKey);
      signer.update(probe);
      byte[] signature = signer.sign();
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(publicKey);
      verifier.update(probe);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform cannot sign with Ed25519", e);
    }
  }

  private static Path publicFile(Path file) {
    return file.resolveSibling(file.getFileName() + ".pub");
  }
}
