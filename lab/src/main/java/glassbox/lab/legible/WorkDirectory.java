package glassbox.lab.legible;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Results of finished runs, one file a run, written whole or not at all. */
record WorkDirectory(Path path) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** The result of a run, unless it is missing or comes from another recipe. */
  Optional<Measurement> find(String experiment, String arm, long seed, String recipe) {
    Path file = file(experiment, arm, seed);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Measurement found = MAPPER.readValue(file, Measurement.class);
    return found.recipe().equals(recipe) ? Optional.of(found) : Optional.empty();
  }

  void keep(String experiment, String arm, long seed, Measurement measurement) {
    Path file = file(experiment, arm, seed);
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try {
      Files.createDirectories(path.resolve(experiment));
      MAPPER.writeValue(draft, measurement);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the result " + file + " cannot be written", e);
    }
  }

  private Path file(String experiment, String arm, long seed) {
    return path.resolve(experiment).resolve(arm + "-" + seed + ".json");
  }
}
