package glassbox.lab.training;

import glassbox.engine.checkpoint.Dtype;
import glassbox.engine.checkpoint.LegibleConfig;
import glassbox.engine.checkpoint.LegibleSite;
import glassbox.engine.checkpoint.LegibleWeights;
import glassbox.engine.training.Bottlenecks;
import glassbox.engine.training.LlamaShape;
import glassbox.engine.training.TrainedFiles;
import glassbox.engine.training.Trainer;
import glassbox.lab.tokenizer.DemoTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes finished models as they ship. */
final class ModelFiles {

  private static final Dtype STORED = Dtype.BFLOAT16;

  private ModelFiles() {}

  /** The values as they will be read back, so that what follows fits what ships. */
  static Map<String, float[]> stored(Map<String, float[]> weights) {
    var stored = new LinkedHashMap<String, float[]>();
    weights.forEach((name, values) -> stored.put(name, stored(name, values)));
    return stored;
  }

  private static float[] stored(String name, float[] values) {
    if (name.contains("lora_")) {
      return values;
    }
    var rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = STORED.round(values[i]);
    }
    return rounded;
  }

  /** Writes a full model with its tokenizer. */
  static void writeModel(
      Path directory, LlamaShape shape, Map<String, float[]> values, Path tokenizer)
      throws IOException {
    TrainedFiles.writeModel(directory, shape, values, STORED, DemoTokens.END_ID);
    Files.copy(tokenizer, directory.resolve("tokenizer.json"), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Writes an adapter. */
  static void writeAdapter(
      Path directory, LlamaShape shape, String base, Map<String, float[]> values)
      throws IOException {
    TrainedFiles.writeAdapter(directory, shape, base, Recipe.LORA, values);
  }

  /** Writes the bottlenecks with what held-out text said of them. */
  static void writeBottlenecks(
      Path directory, Trainer trainer, Map<String, float[]> values, Judged judged)
      throws IOException {
    Bottlenecks sizes = Objects.requireNonNull(trainer.recipe()).bottlenecks();
    var sites = new ArrayList<LegibleSite>();
    for (int layer = 0; layer < trainer.shape().layers(); layer++) {
      List<float[]> site =
          sizes.weights(trainer.shape(), layer).keySet().stream().map(values::get).toList();
      sites.add(new LegibleSite(site.get(0), site.get(1), site.get(2), site.get(3)));
    }
    var config =
        new LegibleConfig(
            sizes.atoms(),
            sizes.active(),
            Optional.of(judged.calibration()),
            judged.named().names());
    new LegibleWeights(config, sites).write(directory, STORED);
  }
}
