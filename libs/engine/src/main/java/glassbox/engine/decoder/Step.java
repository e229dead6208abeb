package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What all layers share in one pass over T new positions.
 *
 * @param manager owns everything the step makes
 * @param past positions already in the caches
 * @param cosine [T, H + 2K, D], times 1 / sqrt(D) for queries; 1 for values
 * @param sine as {@code cosine}, signed for the swapped halves; 0 for values
 * @param masks by window (0: none): additive, [G * T, t]; empty when T is 1
 * @param trace takes what is asked for from inside
 */
record Step(
    NDManager manager,
    int rows,
    int tokens,
    int past,
    NDArray cosine,
    NDArray sine,
    Map<Integer, NDArray> masks,
    Trace trace) {

  /** Positions held after this step. */
  int end() {
    return past + tokens;
  }

  /** The first position that a layer with this window needs. */
  int firstKey(OptionalInt window) {
    return firstKey(past, window);
  }

  static int firstKey(int past, OptionalInt window) {
    return window.isPresent() ? Math.max(0, past - window.getAsInt() + 1) : 0;
  }
}
