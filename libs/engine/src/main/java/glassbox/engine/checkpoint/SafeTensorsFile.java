package glassbox.engine.checkpoint;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** One memory-mapped safetensors file: u64 header length, JSON header, data; little-endian. */
final class SafeTensorsFile implements AutoCloseable {
  private static final int LENGTH_BYTES = 8;
  private static final int PIECE = 1 << 16;
  private static final long LARGEST_HEADER = 32L << 20;
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final Arena arena;
  private final MemorySegment data;
  private final Map<String, TensorEntry> entries;

  private SafeTensorsFile(
      Path file, Arena arena, MemorySegment data, Map<String, TensorEntry> entries) {
    this.file = file;
    this.arena = arena;
    this.data = data;
    this.entries = entries;
  }

  static SafeTensorsFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw CheckpointException.of(file, "no such file");
    }
    Arena arena = Arena.ofShared();
    try {
      return open(file, arena);
    } catch (IOException e) {
      arena.close();
      throw new CheckpointException(file + ": cannot be read: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  private static SafeTensorsFile open(Path file, Arena arena) throws IOException {
    MemorySegment mapped;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }
    long size = mapped.byteSize();
    if (size < LENGTH_BYTES) {
      throw CheckpointException.of(file, "truncated: " + size + " bytes hold no header length");
    }
    long length = mapped.get(LONG, 0);
    if (length < 0 || length > LARGEST_HEADER) {
      throw CheckpointException.of(
          file,
          "header length %s is over the limit of %d bytes"
              .formatted(Long.toUnsignedString(length), LARGEST_HEADER));
    }
    if (length > size - LENGTH_BYTES) {
      throw CheckpointException.of(
          file, "truncated: a header of %d bytes in a file of %d".formatted(length, size));
    }
    byte[] header = mapped.asSlice(LENGTH_BYTES, length).toArray(ValueLayout.JAVA_BYTE);
    MemorySegment data = mapped.asSlice(LENGTH_BYTES + length);
    return new SafeTensorsFile(
        file, arena, data, SafeTensorsHeader.parse(file, header, data.byteSize()));
  }

  Path file() {
    return file;
  }

  Map<String, TensorEntry> entries() {
    return entries;
  }

  Dtype dtype(TensorEntry entry) {
    return Dtype.ofTag(entry.tag())
        .orElseThrow(
            () ->
                CheckpointException.field(
                    file, entry.name() + ".dtype", entry.tag(), "only F32, F16 and BF16 are read"));
  }

  float[] read(TensorEntry entry) {
    Dtype dtype = dtype(entry);
    long elements = entry.elements();
    if (elements > Integer.MAX_VALUE - 8) {
      throw CheckpointException.field(
          file, entry.name() + ".shape", entry.shape(), "more elements than an array holds");
    }
    float[] values = new float[(int) elements];
    MemorySegment bytes = data.asSlice(entry.begin(), entry.end() - entry.begin());
    switch (dtype) {
      case FLOAT32 -> MemorySegment.copy(bytes, FLOAT, 0, values, 0, values.length);
      case FLOAT16 -> widen(bytes, values, Float::float16ToFloat);
      case BFLOAT16 -> widen(bytes, values, bits -> Float.intBitsToFloat(bits << 16));
    }
    return values;
  }

  /** In pieces: one by one from the mapped file is slow until it is compiled, so at every start. */
  private static void widen(MemorySegment bytes, float[] values, Widening widening) {
    short[] piece = new short[Math.min(PIECE, values.length)];
    for (int from = 0; from < values.length; from += PIECE) {
      int length = Math.min(PIECE, values.length - from);
      MemorySegment.copy(bytes, SHORT, 2L * from, piece, 0, length);
      for (int i = 0; i < length; i++) {
        values[from + i] = widening.widen(piece[i]);
      }
    }
  }

  private interface Widening {
    float widen(short bits);
  }

  @Override
  public void close() {
    arena.close();
  }
}
