package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.SparseFormat;
import glassbox.engine.checkpoint.ModelConfig;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ids in, logits out: embedding, layers, final norm and head over the weights and projections of
 * one session.
 */
final class DecoderGraph {
  private final ModelConfig config;
  private final Steps steps;
  private final NDArray embedding;
  private final @Nullable NDArray positions;
  private final List<DecoderLayer> layers = new ArrayList<>();
  private final Norm finalNorm;
  private final Linear head;

  /**
   * Puts the layers together.
   *
   * @param outlets one a layer
   * @param manager owns the graph's few constants; outlives the graph
   * @throws IllegalArgumentException when a weight is missing, by name
   */
  DecoderGraph(
      ModelConfig config,
      Weights weights,
      Projections projections,
      List<Outlet> outlets,
      NDManager manager) {
    this.config = config;
    this.steps = new Steps(config);
    this.embedding = weights.get("embedding");
    this.positions = config.learnedPositions() ? weights.get("positions") : null;
    NDArray epsilon = manager.create((float) config.normEpsilon());
    for (int layer = 0; layer < config.layers(); layer++) {
      layers.add(
          new DecoderLayer(
              norm(weights, Site.name(layer, "attention_norm"), epsilon),
              new Attention(config, layer, weights, projections, epsilon),
              norm(weights, Site.name(layer, "mlp_norm"), epsilon),
              FeedForward.of(config, layer, weights, projections),
              outlets.get(layer)));
    }
    this.finalNorm = norm(weights, "final_norm", epsilon);
    this.head = new Linear.Dense(weights.get("head.weight"), null);
  }

  private Norm norm(Weights weights, String name, NDArray epsilon) {
    return Norm.of(weights, name, epsilon, config.layerNorm());
  }

  Step step(NDManager manager, int rows, int tokens, int past, Trace trace) {
    return steps.step(manager, rows, tokens, past, trace);
  }

  /**
   * @param all logits of every position, or only the last: [R, T or 1, V]
   */
  NDArray logits(NDArray ids, Step step, KeyValues cache, boolean all) {
    NDArray x = embed(ids, step);
    step.trace().norm(x);
    for (int i = 0; i < layers.size(); i++) {
      x = layers.get(i).apply(x, step, cache);
      if (i + 1 < layers.size()) {
        step.trace().norm(x);
      }
    }
    if (!all && step.tokens() > 1) {
      x = NativeEngine.slice(x, 1, step.tokens() - 1L, step.tokens());
    }
    NDArray normed = finalNorm.apply(x);
    step.trace().norm(normed);
    return head.apply(normed);
  }

  private NDArray embed(NDArray ids, Step step) {
    NDArray x =
        ids.getNDArrayInternal().embedding(ids, embedding, SparseFormat.DENSE).singletonOrThrow();
    return positions == null ? x : x.add(learned(positions, step));
  }

  /** The learned positions of this step, [T, d]; [R, T, d] from a stack [R, context, d]. */
  private static NDArray learned(NDArray positions, Step step) {
    long[] to = positions.getShape().getShape().clone();
    long[] from = new long[to.length];
    from[to.length - 2] = step.past();
    to[to.length - 2] = step.end();
    return NativeEngine.slice(step.manager(), positions, from, to);
  }
}
