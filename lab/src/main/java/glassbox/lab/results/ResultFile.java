package glassbox.lab.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The file that states a result: indented JSON, its members in the order of the document. */
public final class ResultFile {
  private static final ObjectWriter WRITER =
      JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

  private ResultFile() {}

  /**
   * Writes {@code name.json}, in place of what was there.
   *
   * @param directory made if it is not there
   */
  public static void write(Path directory, String name, Map<String, Object> document)
      throws IOException {
    Files.createDirectories(directory);
    Files.writeString(
        directory.resolve(name + ".json"), WRITER.writeValueAsString(document) + "\n");
  }
}
