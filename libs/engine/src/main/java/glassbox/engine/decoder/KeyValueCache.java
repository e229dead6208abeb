package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import glassbox.engine.checkpoint.ModelConfig;
import java.util.OptionalInt;

/** Keys and values of a session's rows, one array [2, R, K, capacity, D] a layer. */
final class KeyValueCache implements KeyValues {
  private static final int BLOCK = 64;

  private final NDManager manager;
  private final ModelConfig config;
  private final int rows;
  private final NDArray[] layers;
  private int capacity;

  /**
   * @param manager owns the arrays
   */
  KeyValueCache(NDManager manager, ModelConfig config, int rows) {
    this.manager = manager;
    this.config = config;
    this.rows = rows;
    this.layers = new NDArray[config.layers()];
  }

  /** Makes room for {@code needed} positions, keeping the first {@code held}. */
  void reserve(int held, int needed) {
    if (needed <= capacity) {
      return;
    }
    int wanted = Math.min(Math.max(needed + BLOCK, 2 * capacity), config.contextLength());
    capacity = Math.max(needed, (wanted + BLOCK - 1) / BLOCK * BLOCK);
    Shape shape = new Shape(2, rows, config.keyValueHeads(), capacity, config.headDim());
    for (int layer = 0; layer < layers.length; layer++) {
      NDArray grown = manager.create(shape, DataType.FLOAT32);
      NDArray old = layers[layer];
      if (old != null) {
        try (NDArray kept = NativeEngine.slice(manager, old, range(0, 0), range(2, held))) {
          NativeEngine.write(grown, kept, range(0, 0), range(2, held));
        }
        old.close();
      }
      layers[layer] = grown;
    }
  }

  @Override
  public Pair append(int layer, NDArray fresh, Step step, OptionalInt window) {
    NDArray held = layers[layer];
    NativeEngine.write(held, fresh, from(0, step.past()), range(2, step.end()));
    int first = step.firstKey(window);
    NDArray keys = NativeEngine.slice(step.manager(), held, from(0, first), range(1, step.end()));
    NDArray values = NativeEngine.slice(step.manager(), held, from(1, first), range(2, step.end()));
    return new Pair(keys, values);
  }

  private static long[] from(int part, int position) {
    return new long[] {part, 0, 0, position, 0};
  }

  /** The far corner: parts below {@code parts}, positions below {@code end}. */
  private long[] range(int parts, int end) {
    return parts == 0
        ? from(0, 0)
        : new long[] {parts, rows, config.keyValueHeads(), end, config.headDim()};
  }
}
