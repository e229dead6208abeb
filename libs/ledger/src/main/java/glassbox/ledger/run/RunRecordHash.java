package glassbox.ledger.run;

import java.util.HexFormat;

/**
 * The name of a run: SHA-256 over a domain tag and the canonical envelope. Canonical is RFC 8785
 * with two rules on top: members that are null are left out, and integers beyond +-(2^53 - 1) are
 * written as strings of their digits, because RFC 8785 would round them.
 */
public final class RunRecordHash {
  private static final String DOMAIN = "glassbox/run/v1";

  private RunRecordHash() {}

  /**
   * The canonical bytes of an envelope.
   *
   * @param envelopeJson the envelope in any JSON spelling
   * @throws MalformedJsonException if it is not I-JSON
   */
  public static byte[] canonical(String envelopeJson) {
    return CanonicalJson.ofEnvelope(envelopeJson);
  }

  /**
   * Lower-case hex SHA-256 of {@code "glassbox/run/v1" 0x00 canonical}.
   *
   * @param envelopeJson the envelope in any JSON spelling
   * @throws MalformedJsonException if it is not I-JSON
   */
  public static String of(String envelopeJson) {
    return HexFormat.of().formatHex(Digests.sha256(DOMAIN).digest(canonical(envelopeJson)));
  }
}
