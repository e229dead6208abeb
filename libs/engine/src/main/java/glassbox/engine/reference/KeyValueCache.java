package glassbox.engine.reference;

import java.util.ArrayList;
import java.util.List;

/** The keys and values one layer computed for the earlier tokens of one row. */
final class KeyValueCache {
  private final List<double[][]> keys = new ArrayList<>();
  private final List<double[][]> values = new ArrayList<>();

  /** Both [keyValueHeads][headDim]. */
  void add(double[][] key, double[][] value) {
    keys.add(key);
    values.add(value);
  }

  /** Keeps the first {@code size} positions. */
  void truncate(int size) {
    keys.subList(size, keys.size()).clear();
    values.subList(size, values.size()).clear();
  }

  int size() {
    return keys.size();
  }

  double[] key(int position, int head) {
    return keys.get(position)[head];
  }

  double[] value(int position, int head) {
    return values.get(position)[head];
  }
}
