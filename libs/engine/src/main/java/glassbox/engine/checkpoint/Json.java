package glassbox.engine.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON: one object, no duplicate keys, nothing after it. */
final class Json {
  private static final long LARGEST_FILE = 64L << 20;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static JsonNode readObject(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw CheckpointException.of(file, "no such file");
      }
      if (Files.size(file) > LARGEST_FILE) {
        throw CheckpointException.of(file, "larger than " + LARGEST_FILE + " bytes");
      }
      return parseObject(file, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CheckpointException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  static JsonNode parseObject(Path file, byte[] utf8) {
    JsonNode node;
    try {
      node = MAPPER.readTree(utf8);
    } catch (JacksonException e) {
      throw new CheckpointException(file + ": not valid JSON: " + e.getOriginalMessage(), e);
    }
    if (!node.isObject()) {
      throw CheckpointException.of(file, "is not a JSON object");
    }
    return node;
  }
}
