package glassbox.engine.checkpoint;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which layers see only a window of positions.
 *
 * @param size positions seen, itself included; empty when no layer is windowed
 */
record WindowReader(OptionalInt size, List<Integer> layers) {
  private static final String FULL = "full_attention";
  private static final String SLIDING = "sliding_attention";
  private static final int DEFAULT_SIZE = 4096;
  private static final int DEFAULT_FULL_LAYERS = 28;

  static WindowReader read(Fields config, Architecture architecture, int layerCount) {
    return switch (architecture) {
      case GPT2 -> none();
      case LLAMA -> llama(config);
      case MISTRAL -> mistral(config, layerCount);
      case QWEN2, QWEN3 -> qwen(config, layerCount);
      case QWEN3_MOE -> qwenMoe(config, layerCount);
    };
  }

  private static WindowReader none() {
    return new WindowReader(OptionalInt.empty(), List.of());
  }

  private static WindowReader llama(Fields config) {
    config.refuse("sliding_window", "llama has no window");
    refuseSliding(config);
    return none();
  }

  private static WindowReader mistral(Fields config, int layerCount) {
    boolean written = !config.node("sliding_window").isMissingNode();
    OptionalInt size =
        written ? config.optionalPositive("sliding_window") : OptionalInt.of(DEFAULT_SIZE);
    config.refuse("layer_types", "mistral windows every layer or none");
    return every(size, layerCount);
  }

  private static WindowReader qwen(Fields config, int layerCount) {
    OptionalInt size = qwenSize(config);
    if (config.has("layer_types")) {
      return byType(config, size, layerCount);
    }
    if (size.isEmpty()) {
      return none();
    }
    List<Integer> full = config.naturals("max_window_layers");
    int first = full.isEmpty() ? DEFAULT_FULL_LAYERS : full.getFirst();
    List<Integer> layers = IntStream.range(first, Math.max(first, layerCount)).boxed().toList();
    return layers.isEmpty() ? none() : new WindowReader(size, layers);
  }

  private static WindowReader qwenMoe(Fields config, int layerCount) {
    OptionalInt size = qwenSize(config);
    if (size.isEmpty()) {
      refuseSliding(config);
      return none();
    }
    config.refuse("max_window_layers", "with use_sliding_window, qwen3_moe windows every layer");
    config.refuse("layer_types", "with use_sliding_window, qwen3_moe windows every layer");
    return every(size, layerCount);
  }

  private static OptionalInt qwenSize(Fields config) {
    if (!config.flag("use_sliding_window", false)) {
      return OptionalInt.empty();
    }
    boolean written = !config.node("sliding_window").isMissingNode();
    return written ? config.optionalPositive("sliding_window") : OptionalInt.of(DEFAULT_SIZE);
  }

  private static WindowReader every(OptionalInt size, int layerCount) {
    return size.isEmpty()
        ? none()
        : new WindowReader(size, IntStream.range(0, layerCount).boxed().toList());
  }

  private static WindowReader byType(Fields config, OptionalInt size, int layerCount) {
    List<String> types = config.texts("layer_types");
    if (types.size() != layerCount) {
      throw config.error("layer_types", "not one for each of the " + layerCount + " layers");
    }
    if (!types.stream().allMatch(type -> type.equals(FULL) || type.equals(SLIDING))) {
      throw config.error("layer_types", "only " + FULL + " and " + SLIDING + " are supported");
    }
    List<Integer> layers =
        IntStream.range(0, layerCount).filter(i -> types.get(i).equals(SLIDING)).boxed().toList();
    if (layers.isEmpty()) {
      return none();
    }
    if (size.isEmpty()) {
      throw config.error("layer_types", "has " + SLIDING + " but no sliding_window is in use");
    }
    return new WindowReader(size, layers);
  }

  private static void refuseSliding(Fields config) {
    if (config.texts("layer_types").stream().anyMatch(type -> !type.equals(FULL))) {
      throw config.error("layer_types", "only " + FULL + " is supported here");
    }
  }
}
