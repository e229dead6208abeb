package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import java.util.OptionalInt;

/** Where attention finds the keys and values it looks at. */
interface KeyValues {
  /** Keys and values, each [1, R, K, t, D]. */
  record Pair(NDArray keys, NDArray values) {}

  /**
   * Adds the step's keys and values and gives all that the layer attends to.
   *
   * @param fresh [2, R, K, T, D], keys then values; may be a view
   */
  Pair append(int layer, NDArray fresh, Step step, OptionalInt window);
}
