package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import glassbox.engine.checkpoint.Experts;
import glassbox.engine.checkpoint.ModelConfig;

/** The part of a layer that sees one position at a time. x [R, T, d], normed, to [R, T, d]. */
sealed interface FeedForward {
  NDArray apply(NDArray x, Step step);

  static FeedForward of(ModelConfig config, int layer, Weights weights, Projections projections) {
    Gate gate = new Gate(config.activation());
    if (config.sparse(layer)) {
      return new Sparse(
          config.experts().orElseThrow(),
          projections.at(Site.name(layer, Site.ROUTER)),
          weights.get(Site.name(layer, "experts.gate_up")),
          weights.get(Site.name(layer, "experts.down")),
          gate);
    }
    String inner = config.gatedMlp() ? Site.GATE_UP : Site.UP;
    return new Dense(
        projections.at(Site.name(layer, inner)),
        projections.at(Site.name(layer, Site.DOWN)),
        gate,
        config.gatedMlp());
  }

  /** down(act(gate x) * (up x)), or down(act(up x)). */
  record Dense(Linear inner, Linear down, Gate gate, boolean gated) implements FeedForward {
    @Override
    public NDArray apply(NDArray x, Step step) {
      NDArray h = inner.apply(x);
      return down.apply(gated ? gate.gated(h, 2) : gate.activate(h));
    }
  }

  /**
   * Each position goes to the k most probable experts, weighted by their probabilities. Few
   * positions: their experts' matrices are gathered. Many: every expert runs over every position
   * with weight 0 where it was not chosen, which costs less than copying matrices.
   *
   * @param gateUp [E, d, 2f]
   * @param down [E, f, d]
   */
  record Sparse(Experts experts, Linear router, NDArray gateUp, NDArray down, Gate gate)
      implements FeedForward {
    /** Copying a matrix and reading it again moves about three times what reading it does. */
    private static final int GATHER_COST = 3;

    @Override
    public NDArray apply(NDArray x, Step step) {
      NDArray probabilities = router.apply(x).softmax(2);
      step.trace().router(probabilities);
      long positions = (long) step.rows() * step.tokens();
      NDList top = probabilities.topK(experts.perToken(), 2);
      NDArray chosen = top.get(0);
      NDArray weights = experts.normTopK() ? chosen.div(chosen.sum(Norm.LAST, true)) : chosen;
      boolean gather = GATHER_COST * positions * experts.perToken() < experts.count();
      return gather
          ? gathered(x, top.get(1), weights, positions)
          : everywhere(x, probabilities.zerosLike().scatter(top.get(1), weights, 2), positions);
    }

    private NDArray gathered(NDArray x, NDArray indices, NDArray weights, long positions) {
      long k = experts.perToken();
      NDArray flat = indices.reshape(positions * k);
      NDArray in = x.reshape(positions, 1, 1, width()).repeat(1, k);
      NDArray h =
          in.reshape(positions * k, 1, width())
              .matMul(pick(flat, gateUp, width(), 2L * experts.intermediateSize()));
      NDArray out = gate.gated(h, 2).matMul(pick(flat, down, experts.intermediateSize(), width()));
      return out.reshape(positions, k, width())
          .mul(weights.reshape(positions, k, 1))
          .sum(new int[] {1})
          .reshape(x.getShape());
    }

    private long width() {
      return gateUp.getShape().get(1);
    }

    private static NDArray pick(NDArray indices, NDArray matrices, long in, long out) {
      return NativeEngine.rows(indices, matrices).reshape(-1, in, out);
    }

    private NDArray everywhere(NDArray x, NDArray coefficients, long positions) {
      NDArray h = x.reshape(1, positions, width()).matMul(gateUp);
      NDArray scale =
          coefficients.reshape(positions, experts.count()).transpose(1, 0).expandDims(2);
      return gate.gated(h, 2).mul(scale).matMul(down).sum(new int[] {0}).reshape(x.getShape());
    }
  }
}
