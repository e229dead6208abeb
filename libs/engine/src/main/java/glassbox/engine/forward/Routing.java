package glassbox.engine.forward;

/** What a layer's feed-forward part hands on to the residual stream. */
public enum Routing {
  /** Its output, unchanged: the deployed model. */
  FULL,
  /** What its legible bottleneck explains of the output and nothing else: the legible twin. */
  LEGIBLE
}
