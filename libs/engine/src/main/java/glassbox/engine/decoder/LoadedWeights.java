package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A base's arrays and the adapters of its lanes.
 *
 * @param arrays as {@link Weights} names them
 * @param adapters by site; a site that no adapter changes is absent
 */
record LoadedWeights(Map<String, NDArray> arrays, Map<String, AdaptedSite> adapters)
    implements Weights {

  /**
   * One site with the adapters of all lanes.
   *
   * @param folded [in + r, out]: the base's matrix, below it every adapter's B with its scaling
   * @param a [in, r]: every adapter's A side by side
   * @param lanes the lane of each of the r columns
   */
  record AdaptedSite(NDArray folded, NDArray a, int[] lanes) {
    /** Whether one of the rows runs an adapter that changes this site. */
    boolean concerns(int[] laneOfRow) {
      for (int lane : lanes) {
        for (int row : laneOfRow) {
          if (row == lane) {
            return true;
          }
        }
      }
      return false;
    }

    /** [rows, 1, r], 1 where the row runs the column's lane. */
    float[] mask(int[] laneOfRow) {
      float[] mask = new float[laneOfRow.length * lanes.length];
      for (int row = 0; row < laneOfRow.length; row++) {
        for (int column = 0; column < lanes.length; column++) {
          mask[row * lanes.length + column] = laneOfRow[row] == lanes[column] ? 1 : 0;
        }
      }
      return mask;
    }
  }

  @Override
  public @Nullable NDArray find(String name) {
    return arrays.get(name);
  }
}
