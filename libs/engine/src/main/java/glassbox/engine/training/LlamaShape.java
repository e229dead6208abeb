package glassbox.engine.training;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sizes of a llama decoder with as many key/value heads as heads and tied embeddings.
 *
 * @param vocabularySize V
 * @param hiddenSize d, a multiple of {@code 2 * heads}
 * @param layers number of decoder layers
 * @param heads H
 * @param intermediateSize width of the gated feed-forward part
 * @param contextLength most positions a sequence may have
 * @param normEpsilon added to the mean square under the root of a norm
 * @param ropeTheta base of the rotary angles
 */
public record LlamaShape(
    int vocabularySize,
    int hiddenSize,
    int layers,
    int heads,
    int intermediateSize,
    int contextLength,
    double normEpsilon,
    double ropeTheta) {

  public LlamaShape {
    if (heads < 1 || hiddenSize % (2 * heads) != 0) {
      throw new IllegalArgumentException(
          "hiddenSize " + hiddenSize + " is no multiple of 2 * heads = " + 2 * heads);
    }
    if (vocabularySize < 1 || layers < 1 || intermediateSize < 1 || contextLength < 2) {
      throw new IllegalArgumentException("every size must be positive");
    }
  }

  /** D, the size of one head. */
  public int headSize() {
    return hiddenSize / heads;
  }

  /** Every weight by its published name, with its shape, in the order they are initialised. */
  public Map<String, long[]> weights() {
    var shapes = new LinkedHashMap<String, long[]>();
    shapes.put("model.embed_tokens.weight", new long[] {vocabularySize, hiddenSize});
    for (int layer = 0; layer < layers; layer++) {
      String prefix = layerPrefix(layer);
      shapes.put(prefix + "input_layernorm.weight", new long[] {hiddenSize});
      linearWeights().forEach((name, shape) -> shapes.put(prefix + name + ".weight", shape));
      shapes.put(prefix + "post_attention_layernorm.weight", new long[] {hiddenSize});
    }
    shapes.put("model.norm.weight", new long[] {hiddenSize});
    return shapes;
  }

  /** The linear maps of one layer by their name within it, each {@code [out, in]}. */
  Map<String, long[]> linearWeights() {
    var shapes = new LinkedHashMap<String, long[]>();
    for (String name : new String[] {"q_proj", "k_proj", "v_proj", "o_proj"}) {
      shapes.put("self_attn." + name, new long[] {hiddenSize, hiddenSize});
    }
    shapes.put("mlp.gate_proj", new long[] {intermediateSize, hiddenSize});
    shapes.put("mlp.up_proj", new long[] {intermediateSize, hiddenSize});
    shapes.put("mlp.down_proj", new long[] {hiddenSize, intermediateSize});
    return shapes;
  }

  static String layerPrefix(int layer) {
    return "model.layers." + layer + ".";
  }
}
