package glassbox.engine.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A low-rank adapter: {@code y = W x + (alpha / rank) B A x} on each targeted linear map.
 *
 * <p>Source: Hu et al., LoRA: Low-Rank Adaptation of Large Language Models (2021).
 *
 * @param rank r
 * @param alpha numerator of the scale
 * @param targets last parts of the adapted maps' names, such as {@code q_proj}
 */
public record LoraShape(int rank, double alpha, List<String> targets) {

  public LoraShape {
    targets = List.copyOf(targets);
    if (rank < 1 || targets.isEmpty()) {
      throw new IllegalArgumentException("an adapter needs a positive rank and a target");
    }
  }

  /** The factor on {@code B A x}. */
  public double scale() {
    return alpha / rank;
  }

  /** Every adapter weight of {@code base} by its published name, with its shape. */
  public Map<String, long[]> weights(LlamaShape base) {
    var shapes = new LinkedHashMap<String, long[]>();
    for (int layer = 0; layer < base.layers(); layer++) {
      String prefix = LlamaShape.layerPrefix(layer);
      base.linearWeights()
          .forEach(
              (name, shape) -> {
                if (targets.contains(name.substring(name.indexOf('.') + 1))) {
                  shapes.put(down(prefix + name), new long[] {rank, shape[1]});
                  shapes.put(up(prefix + name), new long[] {shape[0], rank});
                }
              });
    }
    return shapes;
  }

  /** Name of A, {@code [r, in]}, of the map called {@code linear}. */
  static String down(String linear) {
    return "base_model.model." + linear + ".lora_A.weight";
  }

  /** Name of B, {@code [out, r]}, of the map called {@code linear}. */
  static String up(String linear) {
    return "base_model.model." + linear + ".lora_B.weight";
  }
}
