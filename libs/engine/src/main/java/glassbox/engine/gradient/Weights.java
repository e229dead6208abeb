package glassbox.engine.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Named f32 weights in native memory, owned by the manager they were made with. */
public final class Weights {

  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  private Weights() {}

  /** Uploads {@code values}, whose lengths fit {@code shapes}. */
  public static Weights of(
      NDManager manager, Map<String, long[]> shapes, Map<String, float[]> values) {
    var weights = new Weights();
    shapes.forEach(
        (name, shape) -> {
          float[] data = values.get(name);
          Shape expected = new Shape(shape);
          if (data == null || data.length != expected.size()) {
            throw new IllegalArgumentException("weight " + name + " is missing or not " + expected);
          }
          weights.arrays.put(name, manager.create(data, expected));
        });
    return weights;
  }

  /**
   * The weight called {@code name}.
   *
   * @throws IllegalArgumentException when no weight is called so
   */
  public NDArray get(String name) {
    NDArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("no weight is called " + name);
    }
    return array;
  }

  /** Whether a weight is called {@code name}. */
  public boolean contains(String name) {
    return arrays.containsKey(name);
  }

  /** Names in the order they were given. */
  public Set<String> names() {
    return Collections.unmodifiableSet(arrays.keySet());
  }

  /** Has gradients recorded for every weight from now on. */
  public void requireGradients() {
    arrays.values().forEach(array -> array.setRequiresGradient(true));
  }

  /** Copies every weight out of native memory. */
  public Map<String, float[]> values() {
    var values = new LinkedHashMap<String, float[]>();
    arrays.forEach((name, array) -> values.put(name, array.toFloatArray()));
    return values;
  }
}
