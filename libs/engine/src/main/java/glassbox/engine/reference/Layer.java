package glassbox.engine.reference;

import glassbox.engine.forward.SessionOptions;
import glassbox.engine.forward.SparseCode;
import glassbox.ledger.block.Routing;
import java.util.List;
import java.util.Optional;

/**
 * One decoder layer: h = x + attention(norm(x)); y = h + route(feedForward(norm(h))).
 *
 * @param bottlenecks by lane; empty for an opaque one
 */
record Layer(
    Norm attentionNorm,
    Attention attention,
    Norm mlpNorm,
    FeedForward feedForward,
    List<Optional<Bottleneck>> bottlenecks) {

  Layer {
    bottlenecks = List.copyOf(bottlenecks);
  }

  /** The output [hidden], the router's probabilities, and the code if the options need one. */
  record Result(Vector output, Vector routerProbabilities, Optional<SparseCode> code) {}

  /** x [hidden] to y [hidden]. */
  Result apply(double[] x, KeyValueCache cache, int lane, SessionOptions options) {
    double[] h = Vector.sum(x, attention.apply(attentionNorm.apply(x), cache, lane));
    FeedForward.Result result = feedForward.apply(mlpNorm.apply(h), lane);
    double[] mlp = result.output().values();
    Optional<Bottleneck> bottleneck =
        options.needsChannel() ? bottlenecks.get(lane) : Optional.empty();
    Optional<SparseCode> code = bottleneck.map(site -> site.encode(mlp));
    boolean legible = code.isPresent() && options.routing() == Routing.LEGIBLE;
    double[] routed = legible ? bottleneck.orElseThrow().decode(code.orElseThrow()) : mlp;
    return new Result(new Vector(Vector.sum(h, routed)), result.routerProbabilities(), code);
  }
}
