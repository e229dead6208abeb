package glassbox.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.SparseFormat;
import glassbox.engine.gradient.Views;
import glassbox.engine.legible.Passage;
import java.util.ArrayList;
import java.util.List;

/**
 * The llama forward out of differentiable operations, whole sequences at a time.
 *
 * <p>Every result belongs to the step's manager; the weights stay with their own.
 *
 * @param parameters adapters' weights add to the maps they are named after
 * @param adapterScale factor on what adapters add
 * @param sites bottlenecks of the layers, or none
 */
record LlamaNetwork(LlamaShape shape, Parameters parameters, double adapterScale, Sites sites) {

  /**
   * Result of a forward.
   *
   * @param hidden {@code [N, d]} at the predicted places, after the last norm
   * @param passages the way through each layer's site of the rows whose code is read
   */
  record Pass(NDArray hidden, List<Passage> passages) {}

  /** T is at most the context length. */
  Pass forward(NDManager step, Batch batch) {
    NDArray inputs = batch.inputs();
    long positions = inputs.getShape().get(1);
    if (positions > shape.contextLength()) {
      throw new IllegalArgumentException(
          positions + " positions exceed the context of " + shape.contextLength());
    }
    var attention = new CausalAttention(step, shape, Math.toIntExact(positions));
    NDArray x = // [R, T, d]
        inputs
            .getNDArrayInternal()
            .embedding(inputs, parameters.get("model.embed_tokens.weight"), SparseFormat.DENSE)
            .singletonOrThrow();
    x.attach(step);
    var passages = new ArrayList<Passage>();
    for (int layer = 0; layer < shape.layers(); layer++) {
      String prefix = LlamaShape.layerPrefix(layer);
      NDArray h = x.add(mixed(x, prefix, attention));
      x = h.add(sites.route(layer, feedForward(h, prefix), batch, passages));
    }
    NDArray chosen = Views.rows(x.reshape(-1, shape.hiddenSize()), batch.places()); // [N, d]
    return new Pass(rmsNorm(chosen, "model.norm.weight"), passages);
  }

  /** Logits {@code [N, V]}. */
  NDArray logits(Pass pass) {
    return Views.times(pass.hidden(), parameters.get("model.embed_tokens.weight"));
  }

  private NDArray mixed(NDArray x, String prefix, CausalAttention attention) {
    NDArray a = rmsNorm(x, prefix + "input_layernorm.weight"); // [R, T, d]
    String self = prefix + "self_attn.";
    NDArray mixed =
        attention.apply(
            linear(a, self + "q_proj"), linear(a, self + "k_proj"), linear(a, self + "v_proj"));
    return linear(mixed, self + "o_proj");
  }

  private NDArray feedForward(NDArray h, String prefix) {
    NDArray b = rmsNorm(h, prefix + "post_attention_layernorm.weight");
    String mlp = prefix + "mlp.";
    NDArray gate = linear(b, mlp + "gate_proj"); // [R, T, intermediate]
    NDArray silu = gate.mul(gate.getNDArrayInternal().sigmoid());
    return linear(silu.mul(linear(b, mlp + "up_proj")), mlp + "down_proj");
  }

  /** {@code x W^T}, plus {@code scale * x A^T B^T} where an adapter has this map. */
  private NDArray linear(NDArray x, String name) {
    NDArray y = Views.times(x, parameters.get(name + ".weight"));
    if (!parameters.contains(LoraShape.down(name))) {
      return y;
    }
    NDArray low = Views.times(x, parameters.get(LoraShape.down(name))); // [R, T, r]
    return y.add(Views.scaled(Views.times(low, parameters.get(LoraShape.up(name))), adapterScale));
  }

  /** {@code x / sqrt(mean(x^2) + eps) * w} over the last axis. */
  private NDArray rmsNorm(NDArray x, String name) {
    NDArray root = x.mul(x).mean(new int[] {-1}, true).add(shape.normEpsilon()).sqrt();
    return x.div(root).mul(parameters.get(name));
  }
}
