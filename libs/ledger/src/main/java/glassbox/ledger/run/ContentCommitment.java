package glassbox.ledger.run;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The commitment to a run's text that its envelope carries: SHA-256 over a domain tag, a random
 * salt, the run id and the length-prefixed fields. The salt is kept with the text alone: once both
 * are destroyed, nobody can confirm a guess.
 */
public final class ContentCommitment {
  private static final String DOMAIN = "glassbox/content/v1";
  private static final String REQUEST_DOMAIN = "glassbox/request/v1";
  private static final Pattern SALT = Pattern.compile("[0-9a-f]{64}");

  private ContentCommitment() {}

  /**
   * Lower-case hex SHA-256 of {@code "glassbox/content/v1" 0x00 salt run-id field*4}, in the order
   * of the parameters. A field is 0x00 if null, else 0x01, its length in bytes (4, big-endian),
   * UTF-8.
   *
   * @param salt 32 bytes, lower-case hex
   * @throws IllegalArgumentException if a text has an unpaired surrogate, or the salt is another
   */
  public static String of(
      String salt,
      UUID runId,
      @Nullable String system,
      @Nullable String context,
      String prompt,
      String answer) {
    MessageDigest digest = Digests.sha256(DOMAIN);
    digest.update(salted(salt));
    digest.update(
        ByteBuffer.allocate(16)
            .putLong(runId.getMostSignificantBits())
            .putLong(runId.getLeastSignificantBits())
            .flip());
    field(digest, system);
    field(digest, context);
    field(digest, prompt);
    field(digest, answer);
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The commitment to a request: lower-case hex SHA-256 of {@code "glassbox/request/v1" 0x00 salt
   * hash}. The plain hash of a request would confirm a guess of its prompt.
   *
   * @param salt of the run's content, 32 bytes, lower-case hex
   * @param requestHash hex SHA-256 of the canonical request
   */
  public static String ofRequest(String salt, String requestHash) {
    MessageDigest digest = Digests.sha256(REQUEST_DOMAIN);
    digest.update(salted(salt));
    digest.update(HexFormat.of().parseHex(requestHash));
    return HexFormat.of().formatHex(digest.digest());
  }

  static byte[] salted(String salt) {
    if (!SALT.matcher(salt).matches()) {
      throw new IllegalArgumentException("salt must be 64 lower-case hexadecimal digits");
    }
    return HexFormat.of().parseHex(salt);
  }

  private static void field(MessageDigest digest, @Nullable String text) {
    if (text == null) {
      digest.update((byte) 0);
      return;
    }
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      digest.update((byte) 1);
      digest.update(ByteBuffer.allocate(4).putInt(bytes.remaining()).flip());
      digest.update(bytes);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("text has an unpaired surrogate", e);
    }
  }
}
