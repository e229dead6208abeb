package glassbox.engine.checkpoint;

import java.util.Optional;

/** Element types of weights that can be read. */
public enum Dtype {
  FLOAT32("F32", "float32", 4),
  FLOAT16("F16", "float16", 2),
  BFLOAT16("BF16", "bfloat16", 2);

  private final String tag;
  private final String configName;
  private final int bytes;

  Dtype(String tag, String configName, int bytes) {
    this.tag = tag;
    this.configName = configName;
    this.bytes = bytes;
  }

  /** The name in a safetensors header. */
  public String tag() {
    return tag;
  }

  /** The name in config.json. */
  public String configName() {
    return configName;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }

  static Optional<Dtype> ofTag(String tag) {
    for (Dtype dtype : values()) {
      if (dtype.tag.equals(tag)) {
        return Optional.of(dtype);
      }
    }
    return Optional.empty();
  }

  static Optional<Dtype> ofConfigName(String name) {
    String plain = name.startsWith("torch.") ? name.substring(6) : name;
    for (Dtype dtype : values()) {
      if (dtype.configName.equals(plain)) {
        return Optional.of(dtype);
      }
    }
    return Optional.empty();
  }

  /** The f32 value that remains after {@code value} was stored in this type, nearest-even. */
  public float round(float value) {
    return switch (this) {
      case FLOAT32 -> value;
      case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16(value));
      case BFLOAT16 -> Float.intBitsToFloat(toBfloat16(value) << 16);
    };
  }

  /** The upper 16 bits of {@code value}, rounded to nearest even; NaN stays NaN. */
  static int toBfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (bits >>> 16) | 0x40;
    }
    return (bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16;
  }
}
