package glassbox.ledger.block;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/** Reads the primitive fields of the format; every read is checked against what is left. */
final class ByteSource {
  private final ByteBuffer in;

  ByteSource(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  int remaining() {
    return in.remaining();
  }

  void require(long bytes, String what) {
    if (bytes > in.remaining()) {
      throw new MalformedBlockException(what + " reaches beyond the end of the block");
    }
  }

  int u8(String what) {
    require(1, what);
    return in.get() & 0xff;
  }

  byte[] raw(int length, String what) {
    require(length, what);
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /** A minimal LEB128 number below 2^63. */
  long uvarint(String what) {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = u8(what);
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        if (next == 0 && shift > 0) {
          throw new MalformedBlockException(what + " is not in its shortest form");
        }
        return value;
      }
    }
    throw new MalformedBlockException(what + " is too large");
  }

  int u31(String what) {
    long value = uvarint(what);
    if (value > Integer.MAX_VALUE) {
      throw new MalformedBlockException(what + " is too large");
    }
    return (int) value;
  }

  /** A count of things of at least {@code minBytes} bytes each, checked against what is left. */
  int count(int minBytes, String what) {
    int count = u31(what);
    require((long) count * minBytes, what);
    return count;
  }

  float f32(String what) {
    require(4, what);
    int bits = in.getInt();
    float value = Float.intBitsToFloat(bits);
    if (Float.floatToIntBits(value) != bits) {
      throw new MalformedBlockException(what + " is a NaN with another payload than 7fc00000");
    }
    return value;
  }

  double f64(String what) {
    require(8, what);
    long bits = in.getLong();
    double value = Double.longBitsToDouble(bits);
    if (Double.doubleToLongBits(value) != bits) {
      throw new MalformedBlockException(what + " is a NaN with another payload than 7ff8...0");
    }
    return value;
  }

  long i64(String what) {
    require(8, what);
    return in.getLong();
  }

  String text(String what) {
    try {
      return Utf8.decode(raw(u8(what), what));
    } catch (CharacterCodingException e) {
      throw new MalformedBlockException(what + " is not UTF-8", e);
    }
  }

  boolean[] bits(int length, String what) {
    byte[] bytes = raw(length / 8 + (length % 8 == 0 ? 0 : 1), what);
    boolean[] bits = new boolean[length];
    for (int i = 0; i < length; i++) {
      bits[i] = (bytes[i / 8] >> (i % 8) & 1) != 0;
    }
    return bits;
  }

  void expect(byte[] expected, String what) {
    if (!Arrays.equals(raw(expected.length, what), expected)) {
      throw new MalformedBlockException(what + " is not that of a block");
    }
  }
}
