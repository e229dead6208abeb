package glassbox.engine.legible;

import ai.djl.ndarray.NDArray;

/** The layers before and after a site; the bottleneck itself is not one of them. */
interface Network {

  /** The layers before the site. */
  Approach approach(NDArray inputs);

  /** The layers after it: from what the site hands on, {@code [R, d]}, to logits {@code [B, C]}. */
  NDArray finish(Approach approach, NDArray routed);

  /**
   * What reaches the site and what goes round it.
   *
   * @param site activations {@code [R, d]}
   * @param bypass what the layers after the site read besides; the same as {@code site} where
   *     nothing goes round
   */
  record Approach(NDArray site, NDArray bypass) {}
}
