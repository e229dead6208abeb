package glassbox.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {
  private static final float[] VALUES = {0, -0.0f, 1.5f, -2.25f, 1024, 0.0078125f};

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Dtype.class)
  void readsBackWhatEveryTypeCanHold(Dtype dtype) throws IOException {
    Path file = directory.resolve("a.safetensors");
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("b", Tensor.of(VALUES, 2, 3));
    tensors.put("a", Tensor.of(new float[] {7}));
    tensors.put("none", Tensor.of(new float[0], 0, 4));
    SafeTensorsWriter.write(file, tensors, dtype);
    try (SafeTensors read = SafeTensors.open(file)) {
      assertThat(read.names()).containsExactly("a", "b", "none");
      assertThat(read.dtype("b")).isEqualTo(dtype);
      assertThat(read.shape("b")).containsExactly(2, 3);
      assertThat(read.shape("a")).isEmpty();
      assertThat(read.read("b")).containsExactly(VALUES);
      assertThat(read.read("a")).containsExactly(7);
      assertThat(read.read("none")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.00390625, 1.0", // halfway between 1 and 1.0078125: to even
    "1.01171875, 1.015625", // halfway: to even, upwards
    "3.1415927, 3.140625",
    "-3.1415927, -3.140625",
    "Infinity, Infinity"
  })
  void roundsToBfloat16AsItIsDoneElsewhere(float value, float rounded) {
    assertThat(Dtype.BFLOAT16.round(value)).isEqualTo(rounded);
  }

  @Test
  void keepsNotANumber() {
    assertThat(Dtype.BFLOAT16.round(Float.NaN)).isNaN();
    assertThat(Dtype.BFLOAT16.round(Float.intBitsToFloat(0x7F800001))).isNaN();
    assertThat(Dtype.FLOAT16.round(Float.NaN)).isNaN();
  }

  @Test
  void readsShards() throws IOException {
    shard("model-1.safetensors", "a", 1);
    shard("model-2.safetensors", "b", 2);
    index("{\"a\": \"model-1.safetensors\", \"b\": \"model-2.safetensors\"}");
    try (SafeTensors read = SafeTensors.open(directory)) {
      assertThat(read.names()).containsExactlyInAnyOrder("a", "b");
      assertThat(read.read("b")).containsExactly(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": \"model-1.safetensors\", \"b\": \"model-1.safetensors\"}",
        "{\"a\": \"model-1.safetensors\", \"b\": \"model-3.safetensors\"}",
        "{\"b\": \"model-2.safetensors\", \"a\": \"model-2.safetensors\"}",
        "{\"a\": \"../outside.safetensors\"}",
        "{\"a\": \"/etc/passwd\"}",
        "{\"a\": 3}",
        "{}",
        "[]"
      })
  void refusesAnIndexThatDoesNotFitItsShards(String weightMap) throws IOException {
    shard("model-1.safetensors", "a", 1);
    shard("model-2.safetensors", "b", 2);
    index(weightMap);
    assertThatThrownBy(() -> SafeTensors.open(directory)).isInstanceOf(CheckpointException.class);
  }

  @Test
  void namesATensorThatIsNotThere() throws IOException {
    shard("model.safetensors", "a", 1);
    try (SafeTensors read = SafeTensors.open(directory)) {
      assertThatThrownBy(() -> read.read("other"))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("no tensor other");
    }
  }

  @Test
  void refusesToReadAfterClosing() throws IOException {
    shard("model.safetensors", "a", 1);
    SafeTensors read = SafeTensors.open(directory);
    read.close();
    assertThatThrownBy(() -> read.read("a")).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 8, 20, -1})
  void refusesATruncatedFile(int length) throws IOException {
    Path file = directory.resolve("model.safetensors");
    SafeTensorsWriter.write(file, Map.of("a", Tensor.of(VALUES, 6)));
    byte[] whole = Files.readAllBytes(file);
    int kept = length < 0 ? whole.length + length : length;
    Files.write(file, java.util.Arrays.copyOf(whole, kept));
    refuses("truncated");
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, -1, 1L << 40, (32L << 20) + 1})
  void refusesAHugeHeader(long length) throws IOException {
    write(length, "{}", 0);
    refuses("header length");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ | not valid JSON",
        "[] | not a JSON object",
        "{} {} | not valid JSON",
        "{'a': 3} | a.dtype",
        "{'a': {'dtype': 3, 'shape': [2], 'data_offsets': [0, 8]}} | a.dtype = 3",
        "{'a': {'dtype': 'F33', 'shape': [2], 'data_offsets': [0, 8]}} | a.dtype = F33",
        "{'a': {'dtype': 'F32', 'shape': 2, 'data_offsets': [0, 8]}} | a.shape",
        "{'a': {'dtype': 'F32', 'shape': [-2], 'data_offsets': [0, 8]}} | a.shape",
        "{'a': {'dtype': 'F32', 'shape': [1.5], 'data_offsets': [0, 8]}} | a.shape",
        "{'a': {'dtype': 'F32', 'shape': [3], 'data_offsets': [0, 8]}} | takes 12 bytes",
        "{'a': {'dtype': 'BF16', 'shape': [2], 'data_offsets': [0, 8]}} | takes 4 bytes",
        "{'a': {'dtype': 'F32', 'shape': [2], 'data_offsets': [0]}} | a.data_offsets",
        "{'a': {'dtype': 'F32', 'shape': [2], 'data_offsets': [8, 0]}} | a.data_offsets",
        "{'a': {'dtype': 'F32', 'shape': [2], 'data_offsets': [-8, 0]}} | a.data_offsets",
        "{'a': {'dtype': 'F32', 'shape': [2], 'data_offsets': [4, 12]}} | outside the 8 bytes",
        "{'a': {'dtype': 'F32', 'shape': [1], 'data_offsets': [0, 4]}} | belong to none",
        "{'a': {'dtype': 'F32', 'shape': [1], 'data_offsets': [4, 8]}} | leaves a hole",
        "{'a': {'dtype': 'F32', 'shape': [4611686018427387904, 4], 'data_offsets': [0, 8]}}"
            + " | too large",
        "{'a': {'dtype': 'F32', 'shape': [2], 'data_offsets': [0, 8]},"
            + " 'b': {'dtype': 'F32', 'shape': [1], 'data_offsets': [4, 8]}} | overlaps",
        "{'a': {'dtype': 'F32', 'shape': [1], 'data_offsets': [0, 4]},"
            + " 'a': {'dtype': 'F32', 'shape': [1], 'data_offsets': [4, 8]}} | Duplicate",
        "{'__metadata__': {'a': 1}} | __metadata__"
      })
  void refusesAMalformedHeader(String header, String part) throws IOException {
    String json = header.replace('\'', '"');
    write(json.getBytes(StandardCharsets.UTF_8).length, json, 8);
    refuses(part);
  }

  @Test
  void readsOtherTypesOnlyWhenAskedAndThenNamesThem() throws IOException {
    String json = "{\"a\": {\"dtype\": \"I64\", \"shape\": [1], \"data_offsets\": [0, 8]}}";
    write(json.length(), json, 8);
    try (SafeTensors read = SafeTensors.open(directory)) {
      assertThatThrownBy(() -> read.read("a")).hasMessageContaining("a.dtype = I64");
    }
  }

  @Test
  void writesEqualBytesForEqualTensors() throws IOException {
    Path first = directory.resolve("1.safetensors");
    Path second = directory.resolve("2.safetensors");
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("b", Tensor.of(VALUES, 6));
    tensors.put("a", Tensor.of(VALUES, 3, 2));
    SafeTensorsWriter.write(first, tensors);
    SafeTensorsWriter.write(
        second, Map.of("a", Tensor.of(VALUES, 3, 2), "b", Tensor.of(VALUES, 6)));
    assertThat(Files.mismatch(first, second)).isEqualTo(-1);
  }

  private void refuses(String part) {
    assertThatThrownBy(() -> SafeTensors.open(directory))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("model.safetensors")
        .hasMessageContaining(part);
  }

  private void shard(String name, String tensor, float value) throws IOException {
    SafeTensorsWriter.write(
        directory.resolve(name), Map.of(tensor, Tensor.of(new float[] {value}, 1)));
  }

  private void index(String weightMap) throws IOException {
    Files.writeString(
        directory.resolve("model.safetensors.index.json"), "{\"weight_map\": " + weightMap + "}");
  }

  private void write(long length, String header, int dataBytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
    out.write(header.getBytes(StandardCharsets.UTF_8));
    out.write(new byte[dataBytes]);
    Files.write(directory.resolve("model.safetensors"), out.toByteArray());
  }
}
