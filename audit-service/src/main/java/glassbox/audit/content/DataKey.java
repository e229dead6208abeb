package glassbox.audit.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The key of one run's content. What it seals can be opened as the same part of that run only. */
final class DataKey {
  private static final byte[] DOMAIN =
      "glassbox/run-content/v1".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] SEALING = "glassbox/row-seal/v1".getBytes(StandardCharsets.US_ASCII);

  private final UUID runId;
  private final SecretKey key;
  private final byte[] wrapped;
  private final SecureRandom random;

  DataKey(UUID runId, SecretKey key, byte[] wrapped, SecureRandom random) {
    this.runId = runId;
    this.key = key;
    this.wrapped = wrapped.clone();
    this.random = random;
  }

  byte[] wrapped() {
    return wrapped.clone();
  }

  byte[] secret() {
    return key.getEncoded();
  }

  /** A key for seals of rows, which seals no content. */
  SecretKey sealing() {
    try {
      byte[] derived =
          KDF.getInstance("HKDF-SHA256")
              .deriveData(
                  HKDFParameterSpec.ofExtract()
                      .addIKM(key.getEncoded())
                      .thenExpand(SEALING, Aes.KEY_BYTES));
      return new SecretKeySpec(derived, "HmacSHA256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF cannot derive", e);
    }
  }

  byte[] seal(String part, byte[] plain) {
    return Aes.seal(key, about(part), plain, random);
  }

  /**
   * Opens a part.
   *
   * @throws ContentDamagedException if it was not sealed as this part by this key
   */
  byte[] open(String part, byte[] sealed) {
    try {
      return Aes.open(key, about(part), sealed);
    } catch (AEADBadTagException e) {
      throw new ContentDamagedException(runId, part, e);
    }
  }

  private byte[] about(String part) {
    byte[] name = part.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(DOMAIN.length + 17 + name.length)
        .put(DOMAIN)
        .put((byte) 0)
        .putLong(runId.getMostSignificantBits())
        .putLong(runId.getLeastSignificantBits())
        .put(name)
        .array();
  }
}
