package glassbox.engine.legible;

import ai.djl.ndarray.NDArray;
import glassbox.engine.training.Weights;

/** Products with weights kept as {@code [out, in]}; results belong to the input's manager. */
final class Views {

  private Views() {}

  /** {@code x W^T}: from {@code [..., in]} to {@code [..., out]}. */
  static NDArray times(NDArray x, NDArray weight) {
    NDArray view = weight.transpose();
    view.attach(x.getManager());
    return x.matMul(view);
  }

  /** {@code x W^T + b} of the layer called {@code name}. */
  static NDArray linear(NDArray x, Weights weights, String name) {
    return times(x, weights.get(name + ".weight")).add(weights.get(name + ".bias"));
  }
}
