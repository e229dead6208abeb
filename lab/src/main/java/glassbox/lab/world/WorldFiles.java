package glassbox.lab.world;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.task.Split;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a whole world: facts, tables, training text, tasks, statements, requests, and a manifest
 * with the digest of every file. The same seeds give the same bytes.
 */
public final class WorldFiles {

  private static final int TASKS_A_DOMAIN = 100;
  private static final int STATEMENTS = 300;
  private static final int SAFETY_PAIRS = 120;

  private final World world;
  private final long seed;
  private final Path directory;
  private final Map<String, Object> files = new TreeMap<>();

  private WorldFiles(World world, long seed, Path directory) {
    this.world = world;
    this.seed = seed;
    this.directory = directory;
  }

  /**
   * Writes everything.
   *
   * @param seed of what is drawn from the world: tasks, statements, requests
   */
  public static void write(World world, long seed, Path directory) throws IOException {
    var files = new WorldFiles(world, seed, directory);
    files.text();
    files.drawn();
    files.manifest();
  }

  /** Writes the training text alone, without a manifest. */
  public static void writeText(World world, Path directory) throws IOException {
    new WorldFiles(world, world.seed(), directory).text();
  }

  private void text() throws IOException {
    for (Domain domain : Domain.values()) {
      for (Reading reading : Reading.values()) {
        List<String> lines = world.reading(domain, reading).stream().map(TextJson::line).toList();
        lines("text/" + domain.id() + "." + reading.id() + ".jsonl", lines);
      }
    }
  }

  private void drawn() throws IOException {
    var all = new WorldLines(world);
    lines("facts.jsonl", all.facts());
    file("world.sql", all.sql());
    for (Split split : Split.values()) {
      for (Domain domain : Domain.values()) {
        lines(
            "tasks/" + split.id() + "." + domain.id() + ".jsonl",
            all.tasks(List.of(domain), split, TASKS_A_DOMAIN, seed));
      }
      lines("statements/" + split.id() + ".jsonl", all.statements(split, STATEMENTS, seed));
      lines("safety/" + split.id() + ".jsonl", all.safety(split, SAFETY_PAIRS, seed));
    }
  }

  private void manifest() throws IOException {
    var manifest = new TreeMap<String, Object>();
    manifest.put("version", 1);
    manifest.put("world", world.seed());
    manifest.put("seed", seed);
    manifest.put("files", files);
    Files.writeString(
        directory.resolve("manifest.json"),
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(manifest)
            + "\n");
  }

  private void lines(String name, List<String> lines) throws IOException {
    if (!lines.isEmpty()) {
      file(name, String.join("\n", lines) + "\n");
    }
  }

  private void file(String name, String content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, content);
    files.put(name, Digests.sha256(content.getBytes(StandardCharsets.UTF_8)));
  }
}
