package glassbox.engine.legible;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import glassbox.engine.gradient.Views;
import glassbox.engine.gradient.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * See {@link Blueprint.Transformer}. Inputs are ids {@code [B, T]}; the site has R = B T rows, and
 * the residual stream of the last position goes round it.
 */
record TransformerNetwork(Blueprint.Transformer sizes, Weights weights) implements Network {

  private static final float MASKED = -1e9f;
  private static final float EPSILON = 1e-5f;

  static Map<String, long[]> shapes(Blueprint.Transformer sizes) {
    int w = sizes.width();
    var shapes = new LinkedHashMap<String, long[]>();
    shapes.put("token", new long[] {sizes.vocabulary(), w});
    shapes.put("position", new long[] {sizes.length(), w});
    Initial.normShape(shapes, "norm.0", w);
    Initial.linearShape(shapes, "attention.in", w, 3 * w);
    Initial.linearShape(shapes, "attention.out", w, w);
    Initial.normShape(shapes, "norm.1", w);
    Initial.linearShape(shapes, "up", w, sizes.site().width());
    Initial.linearShape(shapes, "down", sizes.site().width(), w);
    Initial.normShape(shapes, "norm.2", w);
    Initial.linearShape(shapes, "out", w, sizes.classes());
    return shapes;
  }

  static Map<String, float[]> initial(Blueprint.Transformer sizes, RandomGenerator random) {
    int w = sizes.width();
    var values = new LinkedHashMap<String, float[]>();
    values.put("token", Initial.normal(sizes.vocabulary() * w, random));
    values.put("position", Initial.normal(sizes.length() * w, random));
    Initial.norm(values, "norm.0", w);
    values.put("attention.in.weight", Initial.uniform(3 * w * w, Math.sqrt(6.0 / (4 * w)), random));
    values.put("attention.in.bias", new float[3 * w]);
    values.put("attention.out.weight", Initial.uniform(w * w, 1 / Math.sqrt(w), random));
    values.put("attention.out.bias", new float[w]);
    Initial.norm(values, "norm.1", w);
    Initial.linear(values, "up", w, sizes.site().width(), random);
    Initial.linear(values, "down", sizes.site().width(), w, random);
    Initial.norm(values, "norm.2", w);
    Initial.linear(values, "out", w, sizes.classes(), random);
    return values;
  }

  @Override
  public Approach approach(NDArray ids) {
    long rows = ids.getShape().get(0);
    NDArray tokens = // [B, T, w]
        ids.getNDArrayInternal()
            .embedding(ids, weights.get("token"), SparseFormat.DENSE)
            .singletonOrThrow();
    tokens.attach(ids.getManager());
    NDArray x = tokens.add(weights.get("position"));
    x = x.add(attention(norm(x, "norm.0")));
    NDArray hidden = Views.linear(norm(x, "norm.1"), weights, "up").getNDArrayInternal().relu();
    return new Approach(
        hidden.reshape(rows * sizes.length(), sizes.site().width()), last(x, rows, sizes.width()));
  }

  @Override
  public NDArray finish(Approach approach, NDArray routed) {
    long rows = approach.bypass().getShape().get(0);
    NDArray read = last(routed, rows, sizes.site().width());
    NDArray x = approach.bypass().add(Views.linear(read, weights, "down"));
    return Views.linear(norm(x, "norm.2"), weights, "out");
  }

  /** The last of T positions, {@code [B, width]}. */
  private NDArray last(NDArray x, long rows, int width) {
    return x.reshape(rows, sizes.length(), width).get(":, -1");
  }

  private NDArray attention(NDArray x) {
    int heads = sizes.heads();
    int size = sizes.width() / heads;
    long rows = x.getShape().get(0);
    NDArray all = // [3, B, H, T, D]
        Views.linear(x, weights, "attention.in")
            .reshape(rows, sizes.length(), 3, heads, size)
            .transpose(2, 0, 3, 1, 4);
    NDArray keys = all.get("1").transpose(0, 1, 3, 2);
    NDArray scores = Views.scaled(all.get("0").matMul(keys), 1 / Math.sqrt(size)); // [B, H, T, T]
    NDArray mixed = scores.add(mask(x.getManager())).softmax(-1).matMul(all.get("2"));
    NDArray joined = mixed.transpose(0, 2, 1, 3).reshape(rows, sizes.length(), sizes.width());
    return Views.linear(joined, weights, "attention.out");
  }

  private NDArray mask(NDManager manager) {
    int length = sizes.length();
    var data = new float[length * length];
    for (int row = 0; row < length; row++) {
      for (int column = row + 1; column < length; column++) {
        data[row * length + column] = MASKED;
      }
    }
    return manager.create(data, new Shape(length, length));
  }

  private NDArray norm(NDArray x, String name) {
    NDArray weight = weights.get(name + ".weight");
    NDArray normed =
        x.getNDArrayInternal()
            .layerNorm(x, weight.getShape(), weight, weights.get(name + ".bias"), EPSILON)
            .singletonOrThrow();
    normed.attach(x.getManager());
    return normed;
  }
}
