package glassbox.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import glassbox.engine.gradient.Weights;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The llama forward out of differentiable operations, whole sequences at a time.
 *
 * <p>Every result belongs to the step's manager; the weights stay with their own.
 */
final class LlamaNetwork {

  private final LlamaShape shape;
  private final Weights weights;
  private final @Nullable Weights adapter;
  private final double adapterScale;

  /** A network over {@code weights}; {@code adapter} adds to the maps it has weights for. */
  LlamaNetwork(LlamaShape shape, Weights weights, @Nullable Weights adapter, double adapterScale) {
    this.shape = shape;
    this.weights = weights;
    this.adapter = adapter;
    this.adapterScale = adapterScale;
  }

  /** Logits {@code [B, T, V]} of inputs {@code [B, T]}; T at most the context length. */
  NDArray logits(NDManager step, NDArray inputs) {
    long positions = inputs.getShape().get(1);
    if (positions > shape.contextLength()) {
      throw new IllegalArgumentException(
          positions + " positions exceed the context of " + shape.contextLength());
    }
    var attention = new CausalAttention(step, shape, Math.toIntExact(positions));
    NDArray embedding = weights.get("model.embed_tokens.weight");
    NDArray x = // [B, T, d]
        inputs
            .getNDArrayInternal()
            .embedding(inputs, embedding, SparseFormat.DENSE)
            .singletonOrThrow();
    x.attach(step);
    for (int layer = 0; layer < shape.layers(); layer++) {
      x = layer(step, x, LlamaShape.layerPrefix(layer), attention);
    }
    return rmsNorm(x, "model.norm.weight").matMul(transposed(step, embedding)); // [B, T, V]
  }

  private NDArray layer(NDManager step, NDArray x, String prefix, CausalAttention attention) {
    NDArray a = rmsNorm(x, prefix + "input_layernorm.weight"); // [B, T, d]
    String self = prefix + "self_attn.";
    NDArray mixed =
        attention.apply(
            linear(step, a, self + "q_proj"),
            linear(step, a, self + "k_proj"),
            linear(step, a, self + "v_proj"));
    NDArray h = x.add(linear(step, mixed, self + "o_proj"));
    NDArray b = rmsNorm(h, prefix + "post_attention_layernorm.weight");
    String mlp = prefix + "mlp.";
    NDArray gate = linear(step, b, mlp + "gate_proj"); // [B, T, intermediate]
    NDArray silu = gate.mul(gate.getNDArrayInternal().sigmoid());
    NDArray gated = silu.mul(linear(step, b, mlp + "up_proj"));
    return h.add(linear(step, gated, mlp + "down_proj"));
  }

  /** {@code x W^T}, plus {@code scale * x A^T B^T} where the adapter has this map. */
  private NDArray linear(NDManager step, NDArray x, String name) {
    NDArray y = x.matMul(transposed(step, weights.get(name + ".weight")));
    if (adapter == null || !adapter.contains(LoraShape.down(name))) {
      return y;
    }
    NDArray low = x.matMul(transposed(step, adapter.get(LoraShape.down(name)))); // [B, T, r]
    NDArray update = low.matMul(transposed(step, adapter.get(LoraShape.up(name))));
    return y.add(update.mul(adapterScale));
  }

  /** {@code x / sqrt(mean(x^2) + eps) * w} over the last axis. */
  private NDArray rmsNorm(NDArray x, String name) {
    NDArray root = x.mul(x).mean(new int[] {-1}, true).add(shape.normEpsilon()).sqrt();
    return x.div(root).mul(weights.get(name));
  }

  private static NDArray transposed(NDManager step, NDArray weight) {
    NDArray view = weight.transpose();
    view.attach(step);
    return view;
  }

  /** Mean negative log-likelihood of the batch's targets, in nats; a scalar. */
  NDArray loss(NDManager step, Batch batch) {
    NDArray logProbs = logits(step, batch.inputs()).logSoftmax(-1); // [B, T, V]
    NDArray chosen = logProbs.gather(batch.targets(), 2); // [B, T, 1]
    return chosen.mul(batch.weights()).sum().neg().div(batch.predicted());
  }

  /** Log-probabilities {@code [T * V]} of one sequence of ids, each row given the ids before. */
  float[] logProbs(NDManager step, int[] ids) {
    long[] longs = Arrays.stream(ids).asLongStream().toArray();
    NDArray inputs = step.create(longs, new Shape(1, ids.length));
    return logits(step, inputs).logSoftmax(-1).toFloatArray();
  }
}
