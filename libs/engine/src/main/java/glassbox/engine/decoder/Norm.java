package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;

/** A normalisation over the last dimension. */
sealed interface Norm {
  NDArray apply(NDArray x);

  /**
   * @param name the weights' name without .weight
   * @param epsilon a scalar array
   */
  static Norm of(Weights weights, String name, NDArray epsilon, boolean layerNorm) {
    NDArray weight = weights.get(name + ".weight");
    return layerNorm
        ? new Layer(weight, weights.get(name + ".bias"), epsilon)
        : new RootMeanSquare(weight, epsilon);
  }

  /** x / sqrt(mean(x^2) + epsilon) * weight (Zhang and Sennrich 2019). */
  record RootMeanSquare(NDArray weight, NDArray epsilon) implements Norm {
    @Override
    public NDArray apply(NDArray x) {
      return x.div(x.square().mean(LAST, true).addi(epsilon).sqrt()).mul(weight);
    }
  }

  /** (x - mean) / sqrt(var + epsilon) * weight + bias (Ba et al. 2016). */
  record Layer(NDArray weight, NDArray bias, NDArray epsilon) implements Norm {
    @Override
    public NDArray apply(NDArray x) {
      NDArray centred = x.sub(x.mean(LAST, true));
      NDArray deviation = centred.square().mean(LAST, true).addi(epsilon).sqrt();
      return centred.div(deviation).mul(weight).addi(bias);
    }
  }

  int[] LAST = {-1};
}
