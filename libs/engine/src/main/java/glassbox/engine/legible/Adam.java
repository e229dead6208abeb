package glassbox.engine.legible;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import glassbox.engine.gradient.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Adam without decay or clipping.
 *
 * <p>Source: Kingma and Ba, Adam: A Method for Stochastic Optimization (2015).
 */
final class Adam {

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final Weights weights;
  private final Map<String, NDArray> means = new LinkedHashMap<>();
  private final Map<String, NDArray> variances = new LinkedHashMap<>();
  private int steps;

  /**
   * @param manager owns the moments
   * @param trained which names are updated
   */
  Adam(NDManager manager, Weights weights, Predicate<String> trained) {
    this.weights = weights;
    for (String name : weights.names()) {
      if (trained.test(name)) {
        means.put(name, manager.zeros(weights.get(name).getShape()));
        variances.put(name, manager.zeros(weights.get(name).getShape()));
      }
    }
  }

  /** Applies the gradients gathered since the last call and clears those of every weight. */
  void update(NDManager step, double rate) {
    steps++;
    double correction = Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps));
    for (String name : weights.names()) {
      NDArray gradient = weights.get(name).getGradient();
      gradient.attach(step);
      if (means.containsKey(name)) {
        apply(name, gradient, (float) rate, (float) (rate * correction));
      }
      gradient.subi(gradient);
    }
  }

  private void apply(String name, NDArray gradient, float rate, float corrected) {
    NDArray weight = weights.get(name);
    var inputs = new NDList(weight, gradient, means.get(name), variances.get(name));
    weight
        .getNDArrayInternal()
        .adamUpdate(
            inputs,
            new NDList(weight),
            rate,
            corrected,
            0,
            1,
            -1,
            BETA1,
            BETA2,
            EPSILON,
            false,
            false);
  }
}
