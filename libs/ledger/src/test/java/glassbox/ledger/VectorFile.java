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
    Path file = Path.of("..", "..", "docs", "formats", "vectors", name);
    if (Boolean.getBoolean("vectors.write")) {
      Files.writeString(file, JSON.writeValueAsString(current) + "\n");
    }
    return JSON.readValue(Files.readAllBytes(file), type);
  }
}
