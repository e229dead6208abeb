package glassbox.engine.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.SparseFormat;

/** Operations that a gradient goes through; results belong to the input's manager. */
public final class Views {

  private Views() {}

  /**
   * {@code x} times a number. The native side keeps the factor for the gradient without owning it,
   * and {@link NDArray#mul(Number)} gives it up at once: such a gradient is at times that of
   * another factor. Here the factor lives as long as the input's manager.
   */
  public static NDArray scaled(NDArray x, double factor) {
    return x.mul(x.getManager().create((float) factor));
  }

  /**
   * {@code x W^T}, the weight kept as {@code [out, in]}: from {@code [..., in]} to {@code [...,
   * out]}.
   */
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
