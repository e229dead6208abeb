package glassbox.ledger.block;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8: unpaired surrogates and malformed bytes are refused, never replaced. */
final class Utf8 {
  private Utf8() {}

  static boolean fits(String text, int maxBytes) {
    try {
      return encode(text).length <= maxBytes;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  static byte[] encode(String text) throws CharacterCodingException {
    ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
