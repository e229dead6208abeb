package glassbox.inference.federation;

import glassbox.engine.registry.RegistryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Ed25519 public keys of a PEM file, one after another. */
final class TrustedKeys {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]*)-----END PUBLIC KEY-----");

  private TrustedKeys() {}

  static List<PublicKey> read(Path pem) {
    try {
      List<PublicKey> keys = new ArrayList<>();
      Matcher matcher = KEY.matcher(Files.readString(pem, StandardCharsets.US_ASCII));
      while (matcher.find()) {
        byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
        keys.add(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      }
      if (keys.isEmpty()) {
        throw new RegistryException(pem + ": holds no PUBLIC KEY in PEM");
      }
      return keys;
    } catch (IOException e) {
      throw new RegistryException(pem + ": the trusted keys cannot be read", e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new RegistryException(pem + ": not an Ed25519 public key", e);
    }
  }
}
