package glassbox.engine.legible;

/** What a site hands on to the layers after it. */
public sealed interface Routing {

  /** The activations unchanged: the deployed model. */
  record Full() implements Routing {}

  /** What the code explains and nothing else: the legible twin. */
  record Legible() implements Routing {}

  /**
   * What the code explains, with the leak of another row.
   *
   * @param rows whose leak each of the R rows gets, a permutation of 0..R-1
   */
  @SuppressWarnings("ArrayRecordComponent")
  record LeakSwap(long[] rows) implements Routing {}
}
