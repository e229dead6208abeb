package glassbox.engine.checkpoint;

/** The non-linearity of the feed-forward part. */
public enum Activation {
  /** x * sigmoid(x). */
  SILU,
  /** 0.5 x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))): gelu_new, gelu_pytorch_tanh. */
  GELU_TANH,
  /** x * Phi(x), with the exact normal distribution function. */
  GELU
}
