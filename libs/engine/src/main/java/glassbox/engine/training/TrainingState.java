package glassbox.engine.training;

import glassbox.engine.checkpoint.SafeTensors;
import glassbox.engine.checkpoint.SafeTensorsWriter;
import glassbox.engine.checkpoint.Tensor;
import glassbox.engine.checkpoint.TensorSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that a later step depends on: weights, both moments and the number of finished steps. Saved
 * in f32, whole or not at all.
 */
record TrainingState(
    long finishedSteps,
    Map<String, float[]> weights,
    Map<String, float[]> means,
    Map<String, float[]> variances) {

  private static final String STEPS = "finished_steps";
  private static final int HALF = 1 << 12;

  /** The state before the first step. */
  static TrainingState fresh(Map<String, float[]> weights) {
    var zeros = new LinkedHashMap<String, float[]>();
    weights.forEach((name, values) -> zeros.put(name, new float[values.length]));
    return new TrainingState(0, weights, zeros, zeros);
  }

  static TrainingState read(Path file) {
    try (TensorSource source = SafeTensors.open(file)) {
      var weights = new LinkedHashMap<String, float[]>();
      var means = new LinkedHashMap<String, float[]>();
      var variances = new LinkedHashMap<String, float[]>();
      for (String key : source.names()) {
        int dot = key.indexOf('/');
        if (dot > 0) {
          part(key.substring(0, dot), weights, means, variances)
              .put(key.substring(dot + 1), source.read(key));
        }
      }
      float[] steps = source.read(STEPS);
      return new TrainingState((long) steps[0] * HALF + (long) steps[1], weights, means, variances);
    }
  }

  private static Map<String, float[]> part(
      String name,
      Map<String, float[]> weights,
      Map<String, float[]> means,
      Map<String, float[]> variances) {
    return switch (name) {
      case "weight" -> weights;
      case "mean" -> means;
      case "variance" -> variances;
      default -> throw new IllegalArgumentException("a training state has no part " + name);
    };
  }

  void write(Path file) {
    var tensors = new LinkedHashMap<String, Tensor>();
    weights.forEach((name, values) -> tensors.put("weight/" + name, flat(values)));
    means.forEach((name, values) -> tensors.put("mean/" + name, flat(values)));
    variances.forEach((name, values) -> tensors.put("variance/" + name, flat(values)));
    // Two floats below 2^24 hold the count exactly.
    tensors.put(STEPS, Tensor.of(new float[] {finishedSteps / HALF, finishedSteps % HALF}, 2));
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Path draft = file.resolveSibling(file.getFileName() + ".draft");
      SafeTensorsWriter.write(draft, tensors);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the training state " + file + " cannot be written", e);
    }
  }

  private static Tensor flat(float[] values) {
    return Tensor.of(values, values.length);
  }
}
