package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;

/** x += attention(norm(x)); x += feedForward(norm(x)). */
record DecoderLayer(Norm attentionNorm, Attention attention, Norm mlpNorm, FeedForward mlp) {
  /**
   * @param x [R, T, d], the residual stream; left unchanged
   */
  NDArray apply(NDArray x, Step step, KeyValues cache) {
    NDArray mixed = attention.apply(attentionNorm.apply(x), step, cache).addi(x);
    return mlp.apply(mlpNorm.apply(mixed), step).addi(mixed);
  }
}
