package glassbox.engine.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Records, on the thread that made it and until it is closed, what gradients are needed of. Threads
 * record side by side, which the portable interface's collector refuses.
 */
public final class GradientTape implements AutoCloseable {

  private final boolean before = JniUtils.isGradMode();

  /** Records from now on. */
  public GradientTape() {
    JniUtils.setGradMode(true);
  }

  /** Adds the gradients of {@code loss}, one number, to those of the weights. */
  public void backward(NDArray loss) {
    try (NDArray one = loss.onesLike()) {
      JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
    }
  }

  @Override
  public void close() {
    JniUtils.setGradMode(before);
  }
}
