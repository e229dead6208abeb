package glassbox.engine.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;

/** A PEFT LoRA directory: adapter_config.json and adapter_model.safetensors. */
public record AdapterDirectory(Path path, AdapterConfig config) {

  /**
   * Reads the configuration; the weights stay on disk.
   *
   * @throws CheckpointException when something is missing or asks for what is not supported
   */
  public static AdapterDirectory open(Path path) {
    if (!Files.isDirectory(path)) {
      throw CheckpointException.of(path, "no such directory");
    }
    return new AdapterDirectory(path, AdapterConfig.read(path));
  }

  /** Whether {@code path} looks like an adapter rather than a model. */
  public static boolean isAdapter(Path path) {
    return Files.isRegularFile(path.resolve(AdapterConfig.FILE));
  }

  /** The weights, memory-mapped; to be closed by the caller. */
  public TensorSource tensors() {
    return SafeTensors.open(path.resolve("adapter_model.safetensors"));
  }
}
