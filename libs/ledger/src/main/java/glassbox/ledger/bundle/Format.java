package glassbox.ledger.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the lines of a bundle begin with; see docs/formats/bundle-v1.md. */
final class Format {
  static final String HEAD = "{\"format\":\"glassbox-bundle-v1\",\"runs\":";
  static final String CHECKPOINT = "{\"checkpoint\":";
  static final String GROWTH = "{\"consistency\":";
  static final String FROM = ",\"from\":";
  static final String RUN = "{\"envelope\":";
  static final String INCLUSION = ",\"inclusion\":";
  static final String INDEX = ",\"index\":";
  static final String BLOCK = "{\"block\":";
  static final String TEXT = "{\"text\":";
  static final String TRACE = "{\"trace\":";
  static final String SEAL = "{\"sha256\":";

  private Format() {}

  /** Lower-case hex SHA-256 of the lines before the last. */
  static String seal(byte[] lines) {
    return HexFormat.of().formatHex(sha256().digest(lines));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
