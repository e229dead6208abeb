package glassbox.engine.reference;

import glassbox.engine.checkpoint.AdapterWeights;
import glassbox.engine.checkpoint.DecoderWeights;
import glassbox.engine.checkpoint.Experts;
import glassbox.engine.checkpoint.LegibleLanes;
import glassbox.engine.checkpoint.LowRank;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.checkpoint.Projection;
import glassbox.engine.checkpoint.WeightKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts a network together from a checkpoint and the adapters of its lanes. */
final class NetworkReader {
  private final DecoderWeights weights;
  private final ModelConfig config;
  private final List<AdapterWeights> adapters;
  private final LegibleLanes legible;
  private final Rotary rotary;

  NetworkReader(DecoderWeights weights, List<AdapterWeights> adapters, LegibleLanes legible) {
    this.weights = weights;
    this.config = weights.config();
    this.adapters = adapters;
    this.legible = legible;
    this.rotary =
        new Rotary(config.learnedPositions() ? new float[0] : config.inverseFrequencies());
  }

  Network read() {
    List<Layer> layers = new ArrayList<>();
    for (int layer = 0; layer < config.layers(); layer++) {
      layers.add(layer(layer));
    }
    Weights embeddings = new Weights(weights.embeddings());
    Weights head = config.tiedEmbeddings() ? embeddings : new Weights(weights.head());
    return new Network(
        embeddings,
        new Weights(weights.positions()),
        layers,
        norm(weights.finalNorm(), weights.finalNormBias()),
        new Linear(
            config.hiddenSize(),
            config.vocabularySize(),
            head,
            new Weights(new float[0]),
            Collections.nCopies(1 + adapters.size(), Optional.empty())));
  }

  private Layer layer(int layer) {
    return new Layer(
        norm(weights.attentionNorm(layer), weights.attentionNormBias(layer)),
        attention(layer),
        norm(weights.mlpNorm(layer), weights.mlpNormBias(layer)),
        config.sparse(layer) ? sparse(layer) : dense(layer, WeightKey.DENSE),
        IntStream.range(0, legible.lanes()).mapToObj(lane -> bottleneck(layer, lane)).toList());
  }

  private Optional<Bottleneck> bottleneck(int layer, int lane) {
    return legible
        .at(lane)
        .map(all -> new Bottleneck(all.sites().get(layer), all.config().active()));
  }

  private Attention attention(int layer) {
    return new Attention(
        linear(WeightKey.of(layer, Projection.QUERY)),
        linear(WeightKey.of(layer, Projection.KEY)),
        linear(WeightKey.of(layer, Projection.VALUE)),
        linear(WeightKey.of(layer, Projection.OUTPUT)),
        headNorm(weights.queryNorm(layer)),
        headNorm(weights.keyNorm(layer)),
        rotary,
        config.headDim(),
        config.window(layer));
  }

  private FeedForward.Dense dense(int layer, int expert) {
    Optional<Linear> gate =
        config.gatedMlp()
            ? Optional.of(linear(new WeightKey(layer, expert, Projection.GATE)))
            : Optional.empty();
    return new FeedForward.Dense(
        gate,
        linear(new WeightKey(layer, expert, Projection.UP)),
        linear(new WeightKey(layer, expert, Projection.DOWN)),
        config.activation());
  }

  private FeedForward.Sparse sparse(int layer) {
    Experts experts = config.experts().orElseThrow();
    List<FeedForward.Dense> each = new ArrayList<>();
    for (int expert = 0; expert < experts.count(); expert++) {
      each.add(dense(layer, expert));
    }
    Linear router = linear(WeightKey.of(layer, Projection.ROUTER));
    return new FeedForward.Sparse(router, each, experts.perToken(), experts.normTopK());
  }

  private Linear linear(WeightKey key) {
    List<Optional<LowRank>> updates = new ArrayList<>();
    updates.add(Optional.empty());
    adapters.forEach(adapter -> updates.add(adapter.at(key)));
    return new Linear(
        weights.in(key),
        weights.out(key),
        new Weights(weights.weight(key)),
        new Weights(weights.bias(key)),
        updates);
  }

  private Norm norm(float[] weight, float[] bias) {
    return config.layerNorm()
        ? new Norm.Layer(new Weights(weight), new Weights(bias), config.normEpsilon())
        : new Norm.RootMeanSquare(new Weights(weight), config.normEpsilon());
  }

  private Norm headNorm(float[] weight) {
    return weight.length == 0
        ? new Norm.None()
        : new Norm.RootMeanSquare(new Weights(weight), config.normEpsilon());
  }
}
