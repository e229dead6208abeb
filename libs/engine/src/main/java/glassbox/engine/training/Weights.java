package glassbox.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

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
   * First values: norms 1, adapters' up maps 0, everything else normal with deviation 0.02, or
   * {@code 1/sqrt(in)} for adapters' down maps.
   */
  static Map<String, float[]> initial(Map<String, long[]> shapes, RandomGenerator random) {
    var values = new LinkedHashMap<String, float[]>();
    shapes.forEach((name, shape) -> values.put(name, initial(name, shape, random)));
    return values;
  }

  private static float[] initial(String name, long[] shape, RandomGenerator random) {
    var data = new float[Math.toIntExact(new Shape(shape).size())];
    if (shape.length == 1) {
      Arrays.fill(data, 1);
    } else if (!name.contains("lora_B")) {
      double deviation = name.contains("lora_A") ? 1 / Math.sqrt(shape[1]) : 0.02;
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) (random.nextGaussian() * deviation);
      }
    }
    return data;
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

  boolean contains(String name) {
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
