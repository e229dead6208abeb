package glassbox.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import glassbox.engine.gradient.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam with decoupled weight decay and clipping by the global gradient norm; the layers' matrices
 * by {@link Muon} where the plan has a rate for them.
 *
 * <p>Source: Loshchilov and Hutter, Decoupled Weight Decay Regularization (2019).
 */
final class AdamW {

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.98f;
  private static final float EPSILON = 1e-8f;

  private final Weights weights;
  private final Weights means;
  private final Weights variances;
  private final Muon muon;
  private final TrainingPlan plan;

  AdamW(Weights weights, Weights means, Weights variances, TrainingPlan plan) {
    this.weights = weights;
    this.means = means;
    this.variances = variances;
    this.muon = new Muon(weights, means);
    this.plan = plan;
  }

  /**
   * Applies the gradients gathered since the last call and clears them.
   *
   * @param manager owns the step's native handles
   * @param step index of the step, from 0
   * @throws IllegalStateException when one of them is not finite
   */
  void update(NDManager manager, long step) {
    List<NDArray> gradients = gradients(manager);
    double norm = globalNorm(gradients);
    if (!Double.isFinite(norm)) {
      throw new IllegalStateException("the gradient of step " + step + " is not finite");
    }
    float scale = (float) Math.min(1, plan.clipNorm() / Math.max(norm, 1e-12));
    float rate = (float) plan.rate(step);
    double correction = Math.sqrt(1 - Math.pow(BETA2, step + 1)) / (1 - Math.pow(BETA1, step + 1));
    int index = 0;
    for (String name : weights.names()) {
      NDArray gradient = gradients.get(index++);
      if (plan.matrixRate() > 0 && Muon.moves(name, weights.get(name))) {
        float own = (float) (rate * plan.matrixRate() / plan.peakRate());
        muon.apply(name, gradient, own, (float) plan.weightDecay());
      } else {
        apply(name, gradient, rate, (float) (rate * correction), scale);
      }
      gradient.subi(gradient);
    }
  }

  private void apply(String name, NDArray gradient, float rate, float corrected, float scale) {
    NDArray weight = weights.get(name);
    float decay = decays(name, weight) ? (float) plan.weightDecay() : 0;
    var inputs = new NDList(weight, gradient, means.get(name), variances.get(name));
    weight
        .getNDArrayInternal()
        .adamUpdate(
            inputs,
            new NDList(weight),
            rate,
            corrected,
            decay,
            scale,
            -1,
            BETA1,
            BETA2,
            EPSILON,
            false,
            true);
  }

  /** Atoms are kept at unit length, so they are not decayed. */
  private static boolean decays(String name, NDArray weight) {
    return weight.getShape().dimension() > 1 && !name.contains(Bottlenecks.MARK);
  }

  private List<NDArray> gradients(NDManager manager) {
    var gradients = new ArrayList<NDArray>();
    for (String name : weights.names()) {
      NDArray gradient = weights.get(name).getGradient();
      gradient.attach(manager);
      gradients.add(gradient);
    }
    return gradients;
  }

  private static double globalNorm(List<NDArray> gradients) {
    double sum = 0;
    for (NDArray gradient : gradients) {
      sum += gradient.mul(gradient).sum().getFloat();
    }
    return Math.sqrt(sum);
  }
}
