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

/**
 * Wraps the runs' data keys. Each run's wrapping key is derived from the master key and the run id
 * (HKDF-SHA256), so no key wraps twice and a wrapped key fits no other run.
 */
final class MasterKey {
  private static final byte[] WRAPPING = ascii("glassbox/content-key/v1");
  private static final byte[] FINGERPRINT = ascii("glassbox/master-key-fingerprint/v1");
  private static final int FINGERPRINT_BYTES = 16;

  private final byte[] secret;
  private final SecureRandom random;

  /** Requires a secret of 32 bytes. */
  MasterKey(byte[] secret, SecureRandom random) {
    this.secret = secret.clone();
    this.random = random;
  }

  /** A new data key for a run. */
  DataKey newKey(UUID runId) {
    byte[] bytes = new byte[Aes.KEY_BYTES];
    random.nextBytes(bytes);
    byte[] wrapped = Aes.seal(wrappingKey(runId), WRAPPING, bytes, random);
    return new DataKey(runId, new SecretKeySpec(bytes, "AES"), wrapped, random);
  }

  /** A run's data key, wrapped by this master key. */
  byte[] wrap(UUID runId, DataKey key) {
    return Aes.seal(wrappingKey(runId), WRAPPING, key.secret(), random);
  }

  /**
   * The data key that was wrapped for a run.
   *
   * @throws ContentDamagedException if it was not
   */
  DataKey unwrap(UUID runId, byte[] wrapped) {
    try {
      byte[] bytes = Aes.open(wrappingKey(runId), WRAPPING, wrapped);
      return new DataKey(runId, new SecretKeySpec(bytes, "AES"), wrapped, random);
    } catch (AEADBadTagException e) {
      throw new ContentDamagedException(runId, "its key", e);
    }
  }

  /** Tells master keys apart and gives nothing away. */
  byte[] fingerprint() {
    return derive(FINGERPRINT, FINGERPRINT_BYTES);
  }

  private SecretKey wrappingKey(UUID runId) {
    byte[] info =
        ByteBuffer.allocate(WRAPPING.length + 17)
            .put(WRAPPING)
            .put((byte) 0)
            .putLong(runId.getMostSignificantBits())
            .putLong(runId.getLeastSignificantBits())
            .array();
    return new SecretKeySpec(derive(info, Aes.KEY_BYTES), "AES");
  }

  private byte[] derive(byte[] info, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF cannot derive", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
