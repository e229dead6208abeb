package glassbox.ledger.run;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The commitment to a run's trace that its envelope carries. It hides the trace as the content
 * commitment hides the texts: the salt is kept and erased with them.
 */
public final class TraceCommitment {
  private static final String DOMAIN = "glassbox/trace/v1";

  private TraceCommitment() {}

  /**
   * Lower-case hex SHA-256 of {@code "glassbox/trace/v1" 0x00 salt trace}.
   *
   * @param salt of the run's content, 32 bytes, lower-case hex
   * @param json the trace; its canonical form is what counts
   * @throws IllegalArgumentException when the salt is another
   * @throws MalformedJsonException when it is not JSON
   */
  public static String of(String salt, String json) {
    MessageDigest digest = Digests.sha256(DOMAIN);
    digest.update(ContentCommitment.salted(salt));
    digest.update(RunRecordHash.canonical(json));
    return HexFormat.of().formatHex(digest.digest());
  }
}
