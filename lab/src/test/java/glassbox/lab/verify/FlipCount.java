package glassbox.lab.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was flipped and found to the file {@code -Dflips.result}, a JSON object a line. */
final class FlipCount {
  private FlipCount() {}

  static void add(String part, int flips, int found) {
    String file = System.getProperty("flips.result", "");
    if (file.isEmpty()) {
      return;
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("part", part);
    line.put("flips", flips);
    line.put("found", found);
    try {
      Files.writeString(
          Path.of(file),
          JsonMapper.builder().build().writeValueAsString(line) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
