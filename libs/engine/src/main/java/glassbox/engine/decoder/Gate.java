package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import glassbox.engine.checkpoint.Activation;

/** The non-linearity, alone or as the gate of the other half. */
record Gate(Activation activation) {
  private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);

  /** act(first half) * second half of dimension {@code dimension}. */
  NDArray gated(NDArray x, int dimension) {
    NDList halves = x.split(2, dimension);
    return activate(halves.get(0)).mul(halves.get(1));
  }

  NDArray activate(NDArray x) {
    return switch (activation) {
      case SILU -> x.mul(x.getNDArrayInternal().sigmoid());
      case GELU -> x.getNDArrayInternal().gelu();
      case GELU_TANH -> geluTanh(x);
    };
  }

  /** 0.5 x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) (Hendrycks and Gimpel 2016). */
  private static NDArray geluTanh(NDArray x) {
    NDArray inner = x.square().mul(x).mul(0.044715).add(x).mul(SQRT_2_OVER_PI);
    return inner.tanh().add(1).mul(x).mul(0.5);
  }
}
