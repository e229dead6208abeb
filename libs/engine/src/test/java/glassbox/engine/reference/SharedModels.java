package glassbox.engine.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the reference models in a folder {@code shared} beside the repository. */
public final class SharedModels {
  private SharedModels() {}

  /** The folder shared/reference-models of the nearest ancestor that has one. */
  public static Optional<Path> directory() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path models = at.resolve("shared/reference-models");
      if (Files.isDirectory(models)) {
        return Optional.of(models);
      }
    }
    return Optional.empty();
  }
}
