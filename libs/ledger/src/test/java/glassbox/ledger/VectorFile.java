package glassbox.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed vectors of docs/formats/vectors. Rewritten with {@code -Dvectors.write=true}. */
public final class VectorFile {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private VectorFile() {}

  /** The file's content; if asked to write, {@code current} is written first. */
  public static <T> T read(String name, Class<T> type, T current) throws IOException {
    if (Boolean.getBoolean("vectors.write")) {
      Files.writeString(file(name), JSON.writeValueAsString(current) + "\n");
    }
    return read(name, type);
  }

  /** The content of a file that is never written again: that of an old version. */
  public static <T> T read(String name, Class<T> type) throws IOException {
    return JSON.readValue(Files.readAllBytes(file(name)), type);
  }

  private static Path file(String name) {
    return Path.of("..", "..", "docs", "formats", "vectors", name);
  }
}
