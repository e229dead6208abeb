package glassbox.engine.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.SparseFormat;

/** Products with weights kept as {@code [out, in]}; results belong to the input's manager. */
public final class Views {

  private Views() {}

  /** {@code x W^T}: from {@code [..., in]} to {@code [..., out]}. */
  public static NDArray times(NDArray x, NDArray weight) {
    NDArray view = weight.transpose();
    view.attach(x.getManager());
    return x.matMul(view);
  }

  /** Rows {@code index} of {@code x}, {@code [R, width]}, in that order; index is int64. */
  public static NDArray rows(NDArray x, NDArray index) {
    NDArray rows =
        index.getNDArrayInternal().embedding(index, x, SparseFormat.DENSE).singletonOrThrow();
    rows.attach(x.getManager());
    return rows;
  }

  /** {@code x W^T + b} of the layer called {@code name}. */
  public static NDArray linear(NDArray x, Weights weights, String name) {
    return times(x, weights.get(name + ".weight")).add(weights.get(name + ".bias"));
  }
}
