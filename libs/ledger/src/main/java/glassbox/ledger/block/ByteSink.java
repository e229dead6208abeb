package glassbox.ledger.block;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.util.BitSet;

/** Writes the primitive fields of the format; multi-byte numbers are big-endian. */
final class ByteSink {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

  void u8(int value) {
    out.write(value);
  }

  void raw(byte[] bytes) {
    out.writeBytes(bytes);
  }

  /** LEB128: seven bits a byte, least significant first, high bit set on all but the last. */
  void uvarint(long value) {
    long rest = value;
    while (rest >= 0x80) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  void f32(float value) {
    int bits = Float.floatToIntBits(value);
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(bits >>> shift);
    }
  }

  void f64(double value) {
    i64(Double.doubleToLongBits(value));
  }

  void i64(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }

  void text(String text) {
    try {
      byte[] bytes = Utf8.encode(text);
      u8(bytes.length);
      raw(bytes);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("text is not well-formed", e);
    }
  }

  /** {@code length} bits, least significant bit of each byte first, zero padding. */
  void bits(BitSet bits, int length) {
    byte[] padded = new byte[(length + 7) / 8];
    byte[] set = bits.toByteArray();
    System.arraycopy(set, 0, padded, 0, set.length);
    raw(padded);
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }
}
