package glassbox.lab.world;

import glassbox.lab.world.facts.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes a world as JSON lines: one file for each domain and list. */
public final class WorldFiles {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WorldFiles() {}

  /** Writes {@code DOMAIN.train.jsonl}, {@code DOMAIN.validation.jsonl} and the other lists. */
  public static void write(World world, Path directory) throws IOException {
    Files.createDirectories(directory);
    for (Domain domain : Domain.values()) {
      DomainText text = world.text(domain);
      dialogues(directory.resolve(domain.id() + ".train.jsonl"), text.train());
      dialogues(directory.resolve(domain.id() + ".unsure.jsonl"), text.unsure());
      dialogues(directory.resolve(domain.id() + ".context.jsonl"), text.inContext());
      dialogues(directory.resolve(domain.id() + ".validation.jsonl"), text.validation());
      lines(
          directory.resolve(domain.id() + ".prose.jsonl"),
          text.prose().stream()
              .map(line -> JSON.writeValueAsString(Map.of("text", line)))
              .toList());
    }
  }

  private static void dialogues(Path file, List<Dialogue> dialogues) throws IOException {
    lines(file, dialogues.stream().map(WorldFiles::line).toList());
  }

  private static String line(Dialogue dialogue) {
    var fields = new LinkedHashMap<String, String>();
    if (dialogue.context() != null) {
      fields.put("context", dialogue.context());
    }
    fields.put("question", dialogue.question());
    fields.put("answer", dialogue.answer());
    return JSON.writeValueAsString(fields);
  }

  private static void lines(Path file, List<String> lines) throws IOException {
    Files.writeString(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }
}
