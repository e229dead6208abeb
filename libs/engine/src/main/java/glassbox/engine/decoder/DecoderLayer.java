package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;

/** x += attention(norm(x)); x += outlet(feedForward(norm(x))). */
record DecoderLayer(
    Norm attentionNorm, Attention attention, Norm mlpNorm, FeedForward mlp, Outlet outlet) {
  /**
   * @param x [R, T, d], the residual stream; left unchanged
   */
  NDArray apply(NDArray x, Step step, KeyValues cache) {
    NDArray mixed = attention.apply(attentionNorm.apply(x), step, cache).addi(x);
    return outlet.apply(mlp.apply(mlpNorm.apply(mixed), step), step).addi(mixed);
  }
}
