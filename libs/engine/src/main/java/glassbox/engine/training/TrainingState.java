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
 * All that a later step depends on: weights, both moments, anchors of bottlenecks, the number of
 * finished steps, and the best weights by held-out loss. Saved in f32, whole or not at all.
 */
record TrainingState(
    long finishedSteps,
    Map<String, float[]> weights,
    Map<String, float[]> means,
    Map<String, float[]> variances,
    Map<String, float[]> anchors,
    Best best) {

  private static final String COUNTS = "counts";
  private static final int HALF = 1 << 12;

  /** The state before the first step. */
  static TrainingState fresh(Map<String, float[]> weights) {
    var zeros = new LinkedHashMap<String, float[]>();
    weights.forEach((name, values) -> zeros.put(name, new float[values.length]));
    return new TrainingState(0, weights, zeros, zeros, Map.of(), Best.NONE);
  }

  static TrainingState read(Path file) {
    try (TensorSource source = SafeTensors.open(file)) {
      float[] counts = source.read(COUNTS);
      var best =
          new Best(counts[4], number(counts[2], counts[3]), (int) counts[5], part(source, "best/"));
      return new TrainingState(
          number(counts[0], counts[1]),
          part(source, "weight/"),
          part(source, "mean/"),
          part(source, "variance/"),
          part(source, "anchor/"),
          best);
    }
  }

  private static Map<String, float[]> part(TensorSource source, String prefix) {
    var part = new LinkedHashMap<String, float[]>();
    for (String key : source.names()) {
      if (key.startsWith(prefix)) {
        part.put(key.substring(prefix.length()), source.read(key));
      }
    }
    return part;
  }

  /** Two floats below 2^24 hold a count exactly. */
  private static long number(float high, float low) {
    return (long) high * HALF + (long) low;
  }

  void write(Path file) {
    var tensors = new LinkedHashMap<String, Tensor>();
    put(tensors, "weight/", weights);
    put(tensors, "mean/", means);
    put(tensors, "variance/", variances);
    put(tensors, "anchor/", anchors);
    put(tensors, "best/", best.weights());
    tensors.put(COUNTS, Tensor.of(counts(), 6));
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

  private float[] counts() {
    return new float[] {
      finishedSteps / HALF,
      finishedSteps % HALF,
      best.finishedSteps() / HALF,
      best.finishedSteps() % HALF,
      best.loss(),
      best.misses()
    };
  }

  private static void put(Map<String, Tensor> tensors, String prefix, Map<String, float[]> values) {
    values.forEach((name, data) -> tensors.put(prefix + name, Tensor.of(data, data.length)));
  }
}
