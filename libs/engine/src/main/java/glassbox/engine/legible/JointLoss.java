package glassbox.engine.legible;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * The objective, three forwards a step:
 *
 * <pre>
 *   CE(full) + a CE(legible) + b KL(sg[full] || legible) + lambda Leak
 *     + mu TV(sg[full], swap) + gamma Anchor + l Sum + u Usage
 * </pre>
 *
 * sg holds its argument fixed; every term is a mean over rows. Weights multiply as f32: a double
 * would turn a scalar, and with it the gradients, into f64.
 */
final class JointLoss {

  private static final int[] CLASSES = {1};

  private final LossWeights weights;

  JointLoss(LossWeights weights) {
    this.weights = weights;
  }

  /**
   * A scalar.
   *
   * @param targets classes {@code [B, 1]}, int64
   * @param swap rows whose leak each row gets
   */
  NDArray of(
      NDManager step, Forwards forwards, LegibleBottleneck site, NDArray targets, long[] swap) {
    NDArray full = forwards.logits(new Routing.Full());
    NDArray held = full.stopGradient();
    held.attach(step);
    return of(step, forwards, site, targets, swap, full, held);
  }

  /** The same with what the other forwards are compared to given as {@code held}. */
  NDArray of(
      NDManager step,
      Forwards forwards,
      LegibleBottleneck site,
      NDArray targets,
      long[] swap,
      NDArray full,
      NDArray held) {
    NDArray loss = crossEntropy(full.logSoftmax(1), targets);
    if (weights.routesLegibly()) {
      loss = loss.add(legible(held, forwards.logits(new Routing.Legible()), targets));
    }
    if (weights.causal() > 0) {
      NDArray swapped = forwards.logits(new Routing.LeakSwap(swap));
      loss = loss.add(totalVariation(held, swapped).mul((float) weights.causal()));
    }
    return siteTerms(step, loss, forwards, site);
  }

  private NDArray siteTerms(
      NDManager step, NDArray loss, Forwards forwards, LegibleBottleneck site) {
    NDArray sum = loss;
    if (weights.leak() > 0) {
      sum = sum.add(forwards.passage().leakEnergy().mul((float) weights.leak()));
    }
    if (weights.sparsity() > 0) {
      sum = sum.add(forwards.passage().codeSum().mul((float) weights.sparsity()));
    }
    if (weights.usage() > 0) {
      sum = sum.add(forwards.passage().usage().mul((float) weights.usage()));
    }
    if (weights.anchor() > 0) {
      sum = sum.add(site.anchorDrift(step).mul((float) weights.anchor()));
    }
    return sum;
  }

  private NDArray legible(NDArray held, NDArray logits, NDArray targets) {
    NDArray logProbs = logits.logSoftmax(1);
    NDArray apart = held.logSoftmax(1).sub(logProbs);
    NDArray divergence = held.softmax(1).mul(apart).sum(CLASSES).mean();
    return crossEntropy(logProbs, targets)
        .mul((float) weights.legibleTask())
        .add(divergence.mul((float) weights.faithfulness()));
  }

  static NDArray crossEntropy(NDArray logProbs, NDArray targets) {
    return logProbs.gather(targets, 1).mean().neg();
  }

  /** Mean over rows of half the L1 distance between two softmaxes; a scalar. */
  static NDArray totalVariation(NDArray left, NDArray right) {
    return left.softmax(1).sub(right.softmax(1)).abs().sum(CLASSES).mean().mul(0.5f);
  }
}
