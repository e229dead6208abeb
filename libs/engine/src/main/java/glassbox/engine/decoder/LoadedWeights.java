package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    /** {@link #lanes} as a list. */
    List<Integer> laneList() {
      return IntStream.of(lanes).boxed().toList();
    }

    /** [rows, 1, r], 1 where the row runs the column's lane. */
    float[] mask(int[] laneOfRow) {
      return LoadedWeights.mask(lanes, laneOfRow);
    }
  }

  /** [rows, 1, r], 1 where the row runs the column's lane. */
  static float[] mask(int[] laneOfColumn, int[] laneOfRow) {
    int width = laneOfColumn.length;
    float[] mask = new float[laneOfRow.length * width];
    for (int row = 0; row < laneOfRow.length; row++) {
      for (int column = 0; column < width; column++) {
        mask[row * width + column] = laneOfRow[row] == laneOfColumn[column] ? 1 : 0;
      }
    }
    return mask;
  }

  /**
   * The adapters at {@code site}.
   *
   * @throws IllegalArgumentException when no adapter changes it
   */
  AdaptedSite adapted(String site) {
    AdaptedSite adapted = adapters.get(site);
    if (adapted == null) {
      throw new IllegalArgumentException("no adapter changes " + site);
    }
    return adapted;
  }

  @Override
  public @Nullable NDArray find(String name) {
    return arrays.get(name);
  }
}
