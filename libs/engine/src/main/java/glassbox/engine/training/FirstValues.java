package glassbox.engine.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * First values: norms 1, adapters' up maps 0, everything else normal with deviation 0.02, or {@code
 * 1/sqrt(in)} for adapters' down maps.
 */
final class FirstValues {

  private static final double DEVIATION = 0.02;

  private FirstValues() {}

  static Map<String, float[]> of(Map<String, long[]> shapes, RandomGenerator random) {
    var values = new LinkedHashMap<String, float[]>();
    shapes.forEach((name, shape) -> values.put(name, of(name, shape, random)));
    return values;
  }

  private static float[] of(String name, long[] shape, RandomGenerator random) {
    var data = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
    if (shape.length == 1) {
      Arrays.fill(data, 1);
    } else if (!name.contains("lora_B")) {
      double deviation = name.contains("lora_A") ? 1 / Math.sqrt(shape[1]) : DEVIATION;
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) (random.nextGaussian() * deviation);
      }
    }
    return data;
  }
}
