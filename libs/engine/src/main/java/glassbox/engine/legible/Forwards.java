package glassbox.engine.legible;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/**
 * The model's forwards on one batch. The layers before the site and the code are the same for every
 * routing, so they are computed once.
 */
final class Forwards {

  private final Network network;
  private final Network.Approach approach;
  private final Passage passage;
  private final Passage routed;

  Forwards(Network network, LegibleBottleneck bottleneck, NDArray inputs) {
    this(network, bottleneck, inputs, false);
  }

  /**
   * @param separate whether gradients of the logits stop before the bottleneck
   */
  Forwards(Network network, LegibleBottleneck bottleneck, NDArray inputs, boolean separate) {
    this.network = network;
    this.approach = network.approach(inputs);
    this.passage = bottleneck.pass(approach.site());
    this.routed = separate ? passage.separate() : passage;
  }

  /** Copies {@code inputs} into native memory. */
  static NDArray upload(NDManager manager, Inputs inputs) {
    return switch (inputs) {
      case Inputs.Features f -> manager.create(f.values(), new Shape(f.rows(), f.width()));
      case Inputs.Tokens t -> manager.create(t.ids(), new Shape(t.rows(), t.length()));
    };
  }

  Passage passage() {
    return passage;
  }

  /** Logits {@code [B, C]}. */
  NDArray logits(Routing routing) {
    return network.finish(approach, routed.routed(routing));
  }

  /**
   * What {@code weights} needs of these forwards.
   *
   * @param swap rows whose leak each row gets
   * @param held what the other forwards are compared to
   */
  JointLoss.Outputs outputs(
      LossWeights weights, NDArray targets, long[] swap, NDArray full, NDArray held) {
    return new JointLoss.Outputs(
        JointLoss.crossEntropy(full.logSoftmax(1), targets),
        held,
        targets,
        weights.routesLegibly() ? Optional.of(logits(new Routing.Legible())) : Optional.empty(),
        weights.causal() > 0 ? Optional.of(logits(new Routing.LeakSwap(swap))) : Optional.empty());
  }

  /** Logits {@code [B, C]} when the site hands on {@code routed}, {@code [R, d]}. */
  NDArray finish(NDArray routed) {
    return network.finish(approach, routed);
  }
}
