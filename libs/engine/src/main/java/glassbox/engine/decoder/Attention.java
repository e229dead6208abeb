package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import glassbox.engine.checkpoint.ModelConfig;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** softmax(q k^T / sqrt(D) + mask) v over grouped heads (Ainslie et al. 2023), rotary or not. */
final class Attention {
  private final ModelConfig config;
  private final int layer;
  private final Linear qkv;
  private final Linear output;
  private final @Nullable Norm queryNorm;
  private final @Nullable Norm keyNorm;
  private final OptionalInt window;

  Attention(
      ModelConfig config, int layer, Weights weights, Projections projections, NDArray epsilon) {
    this.config = config;
    this.layer = layer;
    this.qkv = projections.at(Site.name(layer, Site.QKV));
    this.output = projections.at(Site.name(layer, Site.OUTPUT));
    boolean norms = config.queryKeyNorm();
    this.queryNorm = norms ? headNorm(weights, "query_norm", epsilon) : null;
    this.keyNorm = norms ? headNorm(weights, "key_norm", epsilon) : null;
    this.window = config.window(layer);
  }

  private Norm headNorm(Weights weights, String name, NDArray epsilon) {
    return Norm.of(weights, Site.name(layer, name), epsilon, false);
  }

  /**
   * @param x [R, T, d], normed
   */
  NDArray apply(NDArray x, Step step, KeyValues cache) {
    int heads = config.heads();
    int keyHeads = config.keyValueHeads();
    NDArray all =
        qkv.apply(x).reshape(step.rows(), step.tokens(), heads + 2L * keyHeads, config.headDim());
    NDArray placed = place(normed(all), step);
    NDList parts = placed.split(new long[] {heads}, 2);
    NDArray fresh =
        parts
            .get(1)
            .reshape(step.rows(), step.tokens(), 2, keyHeads, config.headDim())
            .transpose(2, 0, 3, 1, 4);
    KeyValues.Pair pair = cache.append(layer, fresh, step, window);
    NDArray scores = queries(parts.get(0), step).matMul(pair.keys().swapAxes(3, 4));
    NDArray mask = step.masks().get(window.orElse(0));
    NDArray attention = (mask == null ? scores : scores.addi(mask)).softmax(4);
    return output.apply(merged(attention.matMul(pair.values()), step));
  }

  /** Norms of queries and keys where the model has them; x [R, T, H + 2K, D]. */
  private NDArray normed(NDArray x) {
    if (queryNorm == null || keyNorm == null) {
      return x;
    }
    int heads = config.heads();
    NDList parts = x.split(new long[] {heads, heads + config.keyValueHeads()}, 2);
    NDList normed =
        new NDList(queryNorm.apply(parts.get(0)), keyNorm.apply(parts.get(1)), parts.get(2));
    return NDArrays.concat(normed, 2);
  }

  /** Rotates queries and keys to their positions and scales queries; x [R, T, H + 2K, D]. */
  private NDArray place(NDArray x, Step step) {
    NDArray straight = x.mul(step.cosine());
    if (config.learnedPositions()) {
      return straight;
    }
    NDList halves = x.split(2, 3);
    NDArray swapped = NativeEngine.join(halves.get(1), halves.get(0), 3);
    return straight.addi(swapped.mul(step.sine()));
  }

  /** [R, T, H, D] to [1, R, K, G * T, D]. */
  private NDArray queries(NDArray q, Step step) {
    int keyHeads = config.keyValueHeads();
    int group = config.heads() / keyHeads;
    int width = config.headDim();
    if (step.tokens() == 1) {
      return q.reshape(1, step.rows(), keyHeads, group, width);
    }
    return q.reshape(step.rows(), step.tokens(), keyHeads, group, width)
        .transpose(0, 2, 3, 1, 4)
        .reshape(1, step.rows(), keyHeads, (long) group * step.tokens(), width);
  }

  /** [1, R, K, G * T, D] to [R, T, H * D]. */
  private NDArray merged(NDArray context, Step step) {
    int keyHeads = config.keyValueHeads();
    int width = config.headDim();
    long all = (long) config.heads() * width;
    if (step.tokens() == 1) {
      return context.reshape(step.rows(), 1, all);
    }
    return context
        .reshape(step.rows(), keyHeads, config.heads() / keyHeads, step.tokens(), width)
        .transpose(0, 3, 1, 2, 4)
        .reshape(step.rows(), step.tokens(), all);
  }
}
