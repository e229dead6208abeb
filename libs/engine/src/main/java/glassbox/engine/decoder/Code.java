package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/**
 * Sparse codes inside the engine; entries of value 0 stand for no atom.
 *
 * @param pre what they were chosen from, [r, T, m]
 * @param indices of the chosen atoms, [r, T, k]
 */
record Code(NDArray pre, NDArray indices) {
  /** Far below what sets two f32 numbers apart, far above what f64 rounds off. */
  private static final double STEP = 0x1p-45;

  /**
   * The {@code k} largest entries; of equal ones above 0 those of lower index.
   *
   * <p>The engine breaks ties as it likes, so the choice is made among f64 copies of which those of
   * higher index are a little smaller: too little to pass another f32 number.
   *
   * @param pre [r, T, m], not below 0
   * @param order as {@link #order} makes it
   */
  static Code largest(NDArray pre, NDArray order, int k) {
    NDArray ranked = pre.toType(DataType.FLOAT64, false).muli(order);
    return new Code(pre, ranked.topK(k, 2, true, true).get(1));
  }

  /** Factors that fall from 1 with the index, f64 [m]. */
  static NDArray order(NDManager manager, int atoms) {
    double[] factors = new double[atoms];
    for (int atom = 0; atom < atoms; atom++) {
      factors[atom] = 1 - atom * STEP;
    }
    return manager.create(factors);
  }

  /** The chosen entries, [r, T, k], largest first. */
  NDArray values() {
    return pre.gather(indices, 2);
  }

  /** The chosen entries in their places, [r, T, m]. */
  NDArray dense() {
    return pre.zerosLike().scatter(indices, values(), 2);
  }
}
