package glassbox.engine.training;

import java.util.Map;

/**
 * The best weights so far by held-out loss.
 *
 * @param loss their loss; infinite before the first look
 * @param finishedSteps steps they had been trained for
 * @param misses looks since then
 * @param weights empty before the first look
 */
record Best(float loss, long finishedSteps, int misses, Map<String, float[]> weights) {

  static final Best NONE = new Best(Float.POSITIVE_INFINITY, 0, 0, Map.of());

  Best missed() {
    return new Best(loss, finishedSteps, misses + 1, weights);
  }
}
