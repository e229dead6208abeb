package glassbox.lab.world;

import glassbox.lab.world.facts.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a world's training text as JSON lines: one file for each domain and reading. */
public final class WorldFiles {

  private WorldFiles() {}

  /** Writes {@code DOMAIN.READING.jsonl}. */
  public static void write(World world, Path directory) throws IOException {
    Files.createDirectories(directory);
    for (Domain domain : Domain.values()) {
      for (Reading reading : Reading.values()) {
        List<String> lines = world.reading(domain, reading).stream().map(TextJson::line).toList();
        if (!lines.isEmpty()) {
          Files.writeString(
              directory.resolve(domain.id() + "." + reading.id() + ".jsonl"),
              String.join("\n", lines) + "\n");
        }
      }
    }
  }
}
