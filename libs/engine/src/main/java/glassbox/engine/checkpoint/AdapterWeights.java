package glassbox.engine.checkpoint;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The LoRA updates of an adapter, by the logical weight they change; held in memory. */
public final class AdapterWeights {
  private static final String PREFIX = "base_model.model.";

  private final Map<WeightKey, LowRank> updates;

  private AdapterWeights(Map<WeightKey, LowRank> updates) {
    this.updates = updates;
  }

  /**
   * Reads all updates and checks that they are those the configuration targets.
   *
   * @param base the model the adapter was made for
   * @throws CheckpointException when a tensor is absent, unexpected or of the wrong shape
   */
  public static AdapterWeights read(AdapterDirectory directory, ModelConfig base) {
    try (TensorSource tensors = directory.tensors()) {
      return new Reader(directory, base, tensors).read();
    }
  }

  public Optional<LowRank> at(WeightKey key) {
    return Optional.ofNullable(updates.get(key));
  }

  /** The weights that are changed. */
  public Set<WeightKey> keys() {
    return Collections.unmodifiableSet(updates.keySet());
  }

  /** Reads one adapter. */
  private static final class Reader {
    private final AdapterDirectory directory;
    private final TensorSource tensors;
    private final WeightNames names;
    private final WeightShapes shapes;
    private final Set<String> used = new LinkedHashSet<>();

    Reader(AdapterDirectory directory, ModelConfig base, TensorSource tensors) {
      this.directory = directory;
      this.tensors = tensors;
      this.names = WeightNames.of(base, Set.of());
      this.shapes = new WeightShapes(base);
    }

    AdapterWeights read() {
      Map<WeightKey, LowRank> updates = new LinkedHashMap<>();
      for (WeightKey key : shapes.all()) {
        if (directory.config().targets(names.module(key))) {
          updates.put(key, update(key));
        }
      }
      if (updates.isEmpty()) {
        throw CheckpointException.of(
            directory.path(), "target_modules names no module of the base model");
      }
      for (String name : tensors.names()) {
        if (!used.contains(name)) {
          throw CheckpointException.of(
              directory.path(), "tensor " + name + " belongs to no targeted module of the base");
        }
      }
      return new AdapterWeights(updates);
    }

    private LowRank update(WeightKey key) {
      String module = names.module(key);
      int rank = directory.config().rank(module);
      int in = shapes.in(key);
      int out = shapes.out(key);
      boolean fused = names instanceof WeightNames.Gpt2 && FusedQuery.fused(key);
      int width = fused ? 3 * out : out;
      float[] a = tensor(module, "lora_A", rank, in);
      float[] b = tensor(module, "lora_B", width, rank);
      if (fused) {
        int start = FusedQuery.start(key, out) * rank;
        b = Arrays.copyOfRange(b, start, start + out * rank);
      }
      return new LowRank(rank, in, out, directory.config().scaling(module), a, b);
    }

    private float[] tensor(String module, String part, long... shape) {
      String name = PREFIX + module + "." + part + ".weight";
      long[] actual = tensors.shape(name);
      if (!Arrays.equals(actual, shape)) {
        throw CheckpointException.field(
            directory.path(),
            name + ".shape",
            Arrays.toString(actual),
            "config and base ask for " + Arrays.toString(shape));
      }
      used.add(name);
      return tensors.read(name);
    }
  }
}
