package glassbox.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import glassbox.engine.gradient.Views;
import glassbox.engine.gradient.Weights;

/**
 * Momentum whose step is made orthogonal, for the matrices of the layers: every direction that the
 * gradients agree on moves a weight as far as the strongest does.
 *
 * <p>Source: Jordan et al., Muon: An optimizer for hidden layers in neural networks (2024), with
 * its quintic Newton-Schulz iteration.
 */
final class Muon {

  private static final float MOMENTUM = 0.95f;
  private static final int ITERATIONS = 5;
  private static final float LINEAR = 3.4445f;
  private static final float CUBIC = -4.7750f;
  private static final float QUINTIC = 2.0315f;
  private static final float TINY = 1e-7f;

  private final Weights weights;
  private final Weights means;

  Muon(Weights weights, Weights means) {
    this.weights = weights;
    this.means = means;
  }

  /**
   * Whether a weight is a map of a layer: not a norm, the vocabulary, an adapter or a bottleneck.
   */
  static boolean moves(String name, NDArray weight) {
    return name.startsWith("model.layers.")
        && weight.getShape().dimension() == 2
        && !name.contains("lora_")
        && !name.contains(Bottlenecks.MARK);
  }

  /**
   * Moves a weight {@code [out, in]} against its gradient by {@code rate * sqrt(max(1, out / in))}
   * in every direction.
   *
   * @param gradient owned by the step
   */
  void apply(String name, NDArray gradient, float rate, float decay) {
    NDArray weight = weights.get(name);
    NDArray mean = means.get(name);
    mean.muli(MOMENTUM).addi(Views.scaled(gradient, 1 - MOMENTUM));
    NDArray ahead =
        Views.scaled(gradient, (1 - MOMENTUM) / MOMENTUM).add(mean); // Nesterov's, but for a factor
    long out = weight.getShape().get(0);
    long in = weight.getShape().get(1);
    float reach = (float) Math.sqrt(Math.max(1, (double) out / in));
    weight
        .getNDArrayInternal()
        .sgdUpdate(
            new NDList(weight, orthogonal(ahead)),
            new NDList(weight),
            rate,
            decay,
            reach,
            -1,
            0,
            false);
  }

  /** The nearest matrix, roughly, whose singular values are all about 1. */
  private static NDArray orthogonal(NDArray matrix) {
    boolean tall = matrix.getShape().get(0) > matrix.getShape().get(1);
    NDArray x = tall ? matrix.transpose() : matrix;
    x = x.div(x.mul(x).sum().sqrt().add(TINY));
    for (int i = 0; i < ITERATIONS; i++) {
      NDArray a = x.matMul(x.transpose());
      NDArray b = Views.scaled(a, CUBIC).add(Views.scaled(a.matMul(a), QUINTIC));
      x = Views.scaled(x, LINEAR).add(b.matMul(x));
    }
    return tall ? x.transpose() : x;
  }
}
