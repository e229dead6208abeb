package glassbox.lab.training;

import glassbox.engine.training.TrainingPlan;
import glassbox.lab.naming.Naming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** training.json: how each model of a folder came to be. */
final class TrainingRecord {

  static final String FILE = "training.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final Path file;
  private final Recipe recipe;

  TrainingRecord(Path models, Recipe recipe) {
    this.file = models.resolve(FILE);
    this.recipe = recipe;
  }

  /** Writes a model's part and leaves the others' as they are. */
  void write(String id, Map<String, Object> part) throws IOException {
    var models = new TreeMap<String, Object>(existing());
    models.put(id, part);
    var document = new LinkedHashMap<String, Object>();
    document.put("version", 1);
    document.put("seed", recipe.seed());
    document.put("vocabulary", recipe.vocabularySize());
    document.put("batch_size", recipe.batchSize());
    document.put("bottlenecks", recipe.legible().bottlenecks());
    document.put("objective", recipe.legible().objective());
    document.put("curriculum", recipe.legible().curriculum());
    document.put("compared_rows", "every " + recipe.legible().everyNth() + "th");
    document.put("atom_is_alive_at_tokens", Naming.ALIVE);
    document.put("atom_is_named_at_match", Naming.FITS);
    document.put("models", models);
    Path draft = file.resolveSibling(FILE + "." + id);
    Files.writeString(
        draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Map<String, Object> existing() {
    if (!Files.exists(file)) {
      return Map.of();
    }
    Map<String, Object> document =
        JSON.readValue(file, new TypeReference<Map<String, Object>>() {});
    Object models = document.getOrDefault("models", Map.of());
    return JSON.convertValue(models, new TypeReference<Map<String, Object>>() {});
  }

  /**
   * How one training went.
   *
   * @param seed of its first values; its batches' seed is derived from the recipe's
   * @param digest of what it read
   * @param work folder of its curves
   */
  static Map<String, Object> training(
      TrainingPlan plan, long seed, String digest, Path work, String id) {
    var part = new LinkedHashMap<String, Object>();
    List<double[]> losses = Progress.losses(work, id).lines();
    List<double[]> looks = Progress.looks(work, id).lines();
    part.put("seed", seed);
    part.put("plan", plan);
    part.put("data_sha256", digest);
    part.put("steps", losses.isEmpty() ? 0 : (long) losses.getLast()[0]);
    part.put("kept_step", kept(looks));
    part.put("tokens", (long) losses.stream().mapToDouble(line -> line[2]).sum());
    part.put("seconds", Math.round(losses.stream().mapToDouble(line -> line[3]).sum()));
    part.put("last_training_loss", losses.isEmpty() ? 0 : losses.getLast()[1]);
    part.put("looks", looks.stream().map(TrainingRecord::look).toList());
    return part;
  }

  /** What came out of a model's last training. */
  static Map<String, Object> outcome(Judged judged) {
    var part = new LinkedHashMap<String, Object>();
    var held = new LinkedHashMap<String, Object>();
    held.put("full", rounded(judged.full()));
    held.put("legible", rounded(judged.legible()));
    held.put("agreement", rounded(judged.agreement()));
    held.put("delta_mean", judged.calibration().deltaMean());
    held.put("tokens", judged.calibration().tokens());
    part.put("held_out", held);
    var atoms = new LinkedHashMap<String, Object>();
    atoms.put("alive", judged.named().alive());
    atoms.put("named", judged.named().matched());
    atoms.put("share", rounded(judged.named().share()));
    part.put("atoms", atoms);
    return part;
  }

  private static Map<String, Object> look(double[] line) {
    var look = new LinkedHashMap<String, Object>();
    look.put("step", (long) line[0]);
    look.put("full", line[1]);
    if (!Double.isNaN(line[2])) { // a training without bottlenecks has no twin
      look.put("legible", line[2]);
      look.put("delta", line[3]);
    }
    return look;
  }

  /** The step whose weights were kept. */
  private static long kept(List<double[]> looks) {
    return looks.stream()
        .filter(look -> look[4] == 1)
        .reduce((earlier, later) -> later)
        .map(look -> (long) look[0])
        .orElse(0L);
  }

  private static double rounded(double value) {
    return Math.round(value * 1e5) / 1e5;
  }
}
