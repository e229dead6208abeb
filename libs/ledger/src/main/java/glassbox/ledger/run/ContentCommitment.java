package glassbox.ledger.run;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The commitment to a run's text that its envelope carries: SHA-256 over a domain tag, the run id
 * and the length-prefixed fields. The run id makes equal texts of two runs hash apart; it is not
 * secret, so whoever can guess a text can confirm the guess.
 */
public final class ContentCommitment {
  private static final String DOMAIN = "glassbox/content/v1";

  private ContentCommitment() {}

  /**
   * Lower-case hex SHA-256 of {@code "glassbox/content/v1" 0x00 run-id field*4}, in the order of
   * the parameters. A field is 0x00 if null, else 0x01, its length in bytes (4, big-endian), UTF-8.
   *
   * @throws IllegalArgumentException if a text has an unpaired surrogate
   */
  public static String of(
      UUID runId, @Nullable String system, @Nullable String context, String prompt, String answer) {
    MessageDigest digest = Digests.sha256(DOMAIN);
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
