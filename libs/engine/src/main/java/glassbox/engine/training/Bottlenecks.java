package glassbox.engine.training;

import glassbox.engine.legible.LegibleBottleneck;
import glassbox.engine.legible.SiteShape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Legible bottlenecks on every layer's feed-forward output, before it joins the residual stream.
 *
 * @param atoms m, of each layer
 * @param active k, most atoms of a layer active at once
 */
public record Bottlenecks(int atoms, int active) {

  /** Part of the name of every bottleneck's weight, and of no other weight's. */
  static final String MARK = ".mlp.legible.";

  /** What the names of a layer's bottleneck begin with. */
  static String prefix(int layer) {
    return "model.layers." + layer + MARK;
  }

  SiteShape site(LlamaShape shape) {
    return new SiteShape(shape.hiddenSize(), atoms, active);
  }

  /** Names and shapes of the weights of every layer. */
  public Map<String, long[]> weights(LlamaShape shape) {
    var shapes = new LinkedHashMap<String, long[]>();
    for (int layer = 0; layer < shape.layers(); layer++) {
      shapes.putAll(weights(shape, layer));
    }
    return shapes;
  }

  /** Those of one layer: encoder, its bias, decoder, its bias. */
  public Map<String, long[]> weights(LlamaShape shape, int layer) {
    return LegibleBottleneck.shapes(site(shape), prefix(layer));
  }

  Map<String, float[]> initial(LlamaShape shape, RandomGenerator random) {
    var values = new LinkedHashMap<String, float[]>();
    for (int layer = 0; layer < shape.layers(); layer++) {
      values.putAll(LegibleBottleneck.initial(site(shape), prefix(layer), random));
    }
    return values;
  }
}
