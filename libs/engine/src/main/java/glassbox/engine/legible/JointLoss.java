package glassbox.engine.legible;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import glassbox.engine.gradient.Views;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The objective, three forwards a step:
 *
 * <pre>
 *   CE(full) + a CE(legible) + b KL(sg[full] || legible) + lambda Leak
 *     + mu TV(sg[full], swap) + gamma Anchor + l Sum + u Usage + o Offset
 * </pre>
 *
 * sg holds its argument fixed; every term is a mean over rows, and over sites where there are
 * several. Weights multiply as f32: a double would turn a scalar, and with it the gradients, into
 * f64.
 */
public final class JointLoss {

  private static final int[] CLASSES = {1};

  private final LossWeights weights;

  public JointLoss(LossWeights weights) {
    this.weights = weights;
  }

  /**
   * What the forwards gave. The comparing forwards may have read a part of the batch only.
   *
   * @param task cross-entropy of the deployed model, a scalar
   * @param held logits {@code [P, C]} that the other forwards are compared to
   * @param targets classes {@code [P, 1]} of the compared part, int64
   * @param legible logits {@code [P, C]} of the legible twin
   * @param swapped logits {@code [P, C]} with leaks swapped
   */
  public record Outputs(
      NDArray task,
      NDArray held,
      NDArray targets,
      Optional<NDArray> legible,
      Optional<NDArray> swapped) {}

  /** A scalar; terms whose forward is absent are left out. */
  public NDArray of(
      NDManager step, Outputs outputs, List<Passage> passages, List<LegibleBottleneck> sites) {
    NDArray loss = outputs.task();
    if (outputs.legible().isPresent()) {
      loss = loss.add(legible(outputs, outputs.legible().get()));
    }
    if (outputs.swapped().isPresent()) {
      NDArray apart = totalVariation(outputs.held(), outputs.swapped().get());
      loss = loss.add(Views.scaled(apart, weights.causal()));
    }
    return siteTerms(step, loss, passages, sites);
  }

  private NDArray siteTerms(
      NDManager step, NDArray loss, List<Passage> passages, List<LegibleBottleneck> sites) {
    NDArray sum = loss;
    sum = plus(sum, weights.leak(), passages, Passage::leakEnergy);
    sum = plus(sum, weights.sparsity(), passages, Passage::codeSum);
    sum = plus(sum, weights.usage(), passages, Passage::usage);
    sum = plus(sum, weights.offset(), sites, site -> site.offset(step));
    return plus(sum, weights.anchor(), sites, site -> site.anchorDrift(step));
  }

  private static <T> NDArray plus(
      NDArray sum, double weight, List<T> sites, Function<T, NDArray> term) {
    NDArray total = sum;
    if (weight > 0) {
      for (T site : sites) {
        total = total.add(Views.scaled(term.apply(site), weight / sites.size()));
      }
    }
    return total;
  }

  private NDArray legible(Outputs outputs, NDArray logits) {
    NDArray logProbs = logits.logSoftmax(1);
    NDArray apart = outputs.held().logSoftmax(1).sub(logProbs);
    NDArray divergence = outputs.held().softmax(1).mul(apart).sum(CLASSES).mean();
    NDArray task = crossEntropy(logProbs, outputs.targets());
    return Views.scaled(task, weights.legibleTask())
        .add(Views.scaled(divergence, weights.faithfulness()));
  }

  /** Mean negative log-probability of {@code targets}, {@code [B, 1]}; a scalar. */
  public static NDArray crossEntropy(NDArray logProbs, NDArray targets) {
    return logProbs.gather(targets, 1).mean().neg();
  }

  /** Mean over rows of half the L1 distance between two softmaxes; a scalar. */
  public static NDArray totalVariation(NDArray left, NDArray right) {
    return Views.scaled(left.softmax(1).sub(right.softmax(1)).abs().sum(CLASSES).mean(), 0.5);
  }
}
