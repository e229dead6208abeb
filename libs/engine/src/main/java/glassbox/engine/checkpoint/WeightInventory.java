package glassbox.engine.checkpoint;

import java.util.LinkedHashSet;
import java.util.Set;

/** Compares the tensors config.json calls for with those that are there. */
final class WeightInventory {
  static final String HEAD = "lm_head.weight";

  private final ModelDirectory directory;
  private final ModelConfig config;
  private final WeightNames names;
  private final WeightShapes shapes;

  WeightInventory(ModelDirectory directory, WeightNames names, WeightShapes shapes) {
    this.directory = directory;
    this.config = directory.config();
    this.names = names;
    this.shapes = shapes;
  }

  /** Throws {@link CheckpointException} for a tensor that is absent, unexpected or unreadable. */
  void check(TensorSource tensors) {
    Set<String> needed = needed();
    for (String name : needed) {
      if (!tensors.names().contains(name)) {
        throw CheckpointException.of(directory.path(), "the weights have no tensor " + name);
      }
      tensors.dtype(name);
    }
    for (String name : tensors.names()) {
      if (!needed.contains(name) && !ignorable(name)) {
        throw CheckpointException.of(
            directory.path(), "tensor " + name + " does not belong to what config.json describes");
      }
    }
  }

  private boolean ignorable(String name) {
    return names.ignorable(name) || (config.tiedEmbeddings() && name.equals(HEAD));
  }

  private Set<String> needed() {
    Set<String> needed = new LinkedHashSet<>();
    needed.add(names.embeddings());
    addNorm(needed, names.finalNorm());
    if (!config.tiedEmbeddings()) {
      needed.add(HEAD);
    }
    if (names instanceof WeightNames.Gpt2 gpt2) {
      needed.add(gpt2.positions());
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      addLayer(needed, layer);
    }
    return needed;
  }

  private void addLayer(Set<String> needed, int layer) {
    addNorm(needed, names.attentionNorm(layer));
    addNorm(needed, names.mlpNorm(layer));
    if (config.queryKeyNorm() && names instanceof WeightNames.Llama llama) {
      needed.add(llama.queryNorm(layer) + ".weight");
      needed.add(llama.keyNorm(layer) + ".weight");
    }
    for (WeightKey key : shapes.layer(layer)) {
      needed.add(names.module(key) + ".weight");
      if (shapes.biased(key)) {
        needed.add(names.module(key) + ".bias");
      }
    }
  }

  private void addNorm(Set<String> needed, String module) {
    needed.add(module + ".weight");
    if (config.layerNorm()) {
      needed.add(module + ".bias");
    }
  }
}
