package glassbox.engine.reference;

/** One decoder layer: h = x + attention(norm(x)); y = h + feedForward(norm(h)). */
record Layer(Norm attentionNorm, Attention attention, Norm mlpNorm, FeedForward feedForward) {

  /** x [hidden] to y [hidden]. */
  FeedForward.Result apply(double[] x, KeyValueCache cache, int lane) {
    double[] h = Vector.sum(x, attention.apply(attentionNorm.apply(x), cache, lane));
    FeedForward.Result result = feedForward.apply(mlpNorm.apply(h), lane);
    double[] y = Vector.sum(h, result.output().values());
    return new FeedForward.Result(new Vector(y), result.routerProbabilities());
  }
}
