package glassbox.engine.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;

/** A Hugging Face model directory: config.json, safetensors, tokenizer.json. */
public record ModelDirectory(Path path, ModelConfig config) {

  /**
   * Reads the configuration; the weights stay on disk.
   *
   * @throws CheckpointException when the directory or its config.json cannot be used
   */
  public static ModelDirectory open(Path path) {
    return open(path, RotaryPrecision.CHECKPOINT);
  }

  /** As {@link #open(Path)}, with the precision of the rotary frequencies stated. */
  public static ModelDirectory open(Path path, RotaryPrecision precision) {
    if (!Files.isDirectory(path)) {
      throw CheckpointException.of(path, "no such directory");
    }
    return new ModelDirectory(path, ModelConfig.read(path, precision));
  }

  /** The weights, memory-mapped; to be closed by the caller. */
  public TensorSource tensors() {
    return SafeTensors.open(path);
  }
}
