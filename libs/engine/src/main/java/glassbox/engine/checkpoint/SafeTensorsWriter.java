package glassbox.engine.checkpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Writes safetensors files: tensors in the order of their names, so equal input, equal bytes. */
public final class SafeTensorsWriter {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int ALIGNMENT = 8;
  private static final int CHUNK = 1 << 14;

  private SafeTensorsWriter() {}

  /** Writes in f32; see {@link #write(Path, Map, Dtype)}. */
  public static void write(Path file, Map<String, Tensor> tensors) throws IOException {
    write(file, tensors, Dtype.FLOAT32);
  }

  /**
   * Writes {@code file} anew, each value rounded to {@code dtype}, nearest even.
   *
   * @throws IOException when the file cannot be written
   */
  public static void write(Path file, Map<String, Tensor> tensors, Dtype dtype) throws IOException {
    TreeMap<String, Tensor> sorted = new TreeMap<>(tensors);
    byte[] header = header(sorted, dtype);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(little(8).putLong(header.length).array());
      out.write(header);
      for (Tensor tensor : sorted.values()) {
        writeValues(out, tensor.values(), dtype);
      }
    }
  }

  private static byte[] header(TreeMap<String, Tensor> tensors, Dtype dtype) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("__metadata__", Map.of("format", "pt"));
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("dtype", dtype.tag());
      fields.put("shape", entry.getValue().shape());
      long end = offset + (long) entry.getValue().values().length * dtype.bytes();
      fields.put("data_offsets", List.of(offset, end));
      header.put(entry.getKey(), fields);
      offset = end;
    }
    String json = MAPPER.writeValueAsString(header);
    int padding = Math.floorMod(-json.getBytes(StandardCharsets.UTF_8).length, ALIGNMENT);
    return (json + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
  }

  private static void writeValues(OutputStream out, float[] values, Dtype dtype)
      throws IOException {
    ByteBuffer buffer = little(CHUNK * dtype.bytes());
    for (int start = 0; start < values.length; start += CHUNK) {
      buffer.clear();
      for (int i = start; i < Math.min(start + CHUNK, values.length); i++) {
        put(buffer, values[i], dtype);
      }
      out.write(buffer.array(), 0, buffer.position());
    }
  }

  private static void put(ByteBuffer buffer, float value, Dtype dtype) {
    switch (dtype) {
      case FLOAT32 -> buffer.putFloat(value);
      case FLOAT16 -> buffer.putShort(Float.floatToFloat16(value));
      case BFLOAT16 -> buffer.putShort((short) Dtype.toBfloat16(value));
    }
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
