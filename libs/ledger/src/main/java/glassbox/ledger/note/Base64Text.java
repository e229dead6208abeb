package glassbox.ledger.note;

import java.util.Base64;

/** Standard base64 with exactly one spelling per value: padding required, no stray bits. */
public final class Base64Text {
  private Base64Text() {}

  /** Encodes with padding. */
  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Throws IllegalArgumentException for every spelling that {@link #encode} would not give. */
  public static byte[] decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!encode(bytes).equals(text)) {
      throw new IllegalArgumentException("base64 in an unusual spelling");
    }
    return bytes;
  }
}
