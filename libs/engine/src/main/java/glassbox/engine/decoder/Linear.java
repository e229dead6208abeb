package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/** y = x W + b for x [R, T, in]; y [R, T, out] is fresh and belongs to the manager of x. */
sealed interface Linear {
  NDArray apply(NDArray x);

  private static NDArray biased(NDArray y, @Nullable NDArray bias) {
    return bias == null ? y : y.addi(bias);
  }

  /**
   * @param weight [in, out], or [R, in, out] for a stack with a matrix for each row
   */
  record Dense(NDArray weight, @Nullable NDArray bias) implements Linear {
    @Override
    public NDArray apply(NDArray x) {
      return biased(x.matMul(weight), bias);
    }
  }

  /**
   * A matrix with the adapters of all lanes below it: y = [x, (x A) * mask] [W; B], so the base is
   * read once for all rows and each row feels only its own lane's adapter.
   *
   * @param folded [in + r, out], W over B
   * @param a [in, r], every adapter's A side by side
   * @param mask [R, 1, r], 1 where the row runs the column's lane
   */
  record Adapted(NDArray folded, NDArray a, NDArray mask, @Nullable NDArray bias)
      implements Linear {
    @Override
    public NDArray apply(NDArray x) {
      NDArray inner = x.matMul(a).muli(mask);
      return biased(NativeEngine.join(x, inner, 2).matMul(folded), bias);
    }
  }
}
