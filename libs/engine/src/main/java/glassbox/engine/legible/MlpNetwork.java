package glassbox.engine.legible;

import ai.djl.ndarray.NDArray;
import glassbox.engine.gradient.Views;
import glassbox.engine.gradient.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** See {@link Blueprint.Mlp}. Inputs are features {@code [B, d]}. */
record MlpNetwork(Blueprint.Mlp sizes, Weights weights) implements Network {

  static Map<String, long[]> shapes(Blueprint.Mlp sizes) {
    var shapes = new LinkedHashMap<String, long[]>();
    Initial.linearShape(shapes, "head.0", sizes.site().width(), sizes.hidden());
    Initial.linearShape(shapes, "head.1", sizes.hidden(), sizes.hidden());
    Initial.linearShape(shapes, "out", sizes.hidden(), sizes.classes());
    return shapes;
  }

  static Map<String, float[]> initial(Blueprint.Mlp sizes, RandomGenerator random) {
    var values = new LinkedHashMap<String, float[]>();
    Initial.linear(values, "head.0", sizes.site().width(), sizes.hidden(), random);
    Initial.linear(values, "head.1", sizes.hidden(), sizes.hidden(), random);
    Initial.linear(values, "out", sizes.hidden(), sizes.classes(), random);
    return values;
  }

  @Override
  public Approach approach(NDArray inputs) {
    return new Approach(inputs, inputs);
  }

  @Override
  public NDArray finish(Approach approach, NDArray routed) {
    NDArray first = Views.linear(routed, weights, "head.0").getNDArrayInternal().relu();
    NDArray second = Views.linear(first, weights, "head.1").getNDArrayInternal().relu();
    return Views.linear(second, weights, "out");
  }
}
