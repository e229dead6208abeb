package glassbox.engine.legible;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;

/** First values of ordinary layers, the usual ones. */
final class Initial {

  private Initial() {}

  static float[] uniform(int size, double bound, RandomGenerator random) {
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    return values;
  }

  static float[] normal(int size, RandomGenerator random) {
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Weight and bias uniform within {@code 1/sqrt(in)}. */
  static void linear(
      Map<String, float[]> into, String name, int in, int out, RandomGenerator random) {
    double bound = 1 / Math.sqrt(in);
    into.put(name + ".weight", uniform(out * in, bound, random));
    into.put(name + ".bias", uniform(out, bound, random));
  }

  static void norm(Map<String, float[]> into, String name, int width) {
    var ones = new float[width];
    Arrays.fill(ones, 1);
    into.put(name + ".weight", ones);
    into.put(name + ".bias", new float[width]);
  }

  static void linearShape(Map<String, long[]> into, String name, int in, int out) {
    into.put(name + ".weight", new long[] {out, in});
    into.put(name + ".bias", new long[] {out});
  }

  static void normShape(Map<String, long[]> into, String name, int width) {
    into.put(name + ".weight", new long[] {width});
    into.put(name + ".bias", new long[] {width});
  }
}
