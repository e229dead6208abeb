package glassbox.engine.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The legible bottlenecks of a model or an adapter: legible.json and legible.safetensors beside its
 * other files.
 *
 * @param sites one a layer, all of the same size
 */
public record LegibleWeights(LegibleConfig config, List<LegibleSite> sites) {

  public LegibleWeights {
    sites = List.copyOf(sites);
    if (sites.isEmpty()) {
      throw new IllegalArgumentException("no sites");
    }
    for (int layer = 0; layer < sites.size(); layer++) {
      LegibleSite site = sites.get(layer);
      if (site.atoms() != config.atoms() || site.width() != sites.getFirst().width()) {
        throw new IllegalArgumentException(
            "layer %d has %d atoms of width %d, not %d of width %d"
                .formatted(
                    layer, site.atoms(), site.width(), config.atoms(), sites.getFirst().width()));
      }
    }
    for (LegibleConfig.AtomName name : config.names()) {
      if (name.layer() >= sites.size()) {
        throw new IllegalArgumentException(
            "atom = %s: there are %d layers".formatted(name.atom(), sites.size()));
      }
    }
  }

  /**
   * Reads what {@code directory} has of its own.
   *
   * @param model the model it belongs to; for an adapter its base
   * @return empty when the directory has neither file
   * @throws CheckpointException when one file is missing, malformed, or does not fit the model; it
   *     names file, field and value
   */
  public static Optional<LegibleWeights> read(Path directory, ModelConfig model) {
    return LegibleConfig.isIn(directory)
        ? Optional.of(new LegibleReader(directory, model).read())
        : Optional.empty();
  }

  /**
   * Writes both files; a reader gets back what was written, values rounded to {@code dtype}.
   *
   * @throws IOException when a file cannot be written
   */
  public void write(Path directory, Dtype dtype) throws IOException {
    LegibleWriter.write(directory, this, dtype);
  }

  /**
   * Writes legible.json alone: new names or a new calibration of the same weights.
   *
   * @throws IOException when it cannot be written
   */
  public static void writeConfig(Path directory, LegibleConfig config) throws IOException {
    LegibleWriter.writeConfig(directory, config);
  }
}
