package glassbox.engine.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import glassbox.engine.checkpoint.AdapterWeights;
import glassbox.engine.checkpoint.DecoderWeights;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.checkpoint.Projection;
import glassbox.engine.checkpoint.WeightKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Moves a checkpoint into the engine: transposed to [in, out], fused, adapters folded below. */
final class WeightLoader {
  private final NDManager manager;
  private final NDManager scratch;
  private final DecoderWeights source;
  private final ModelConfig config;
  private final AdapterFolding folding;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();
  private final Map<String, LoadedWeights.AdaptedSite> adapters = new LinkedHashMap<>();

  private WeightLoader(
      NDManager manager, NDManager scratch, DecoderWeights source, List<AdapterWeights> adapters) {
    this.manager = manager;
    this.scratch = scratch;
    this.source = source;
    this.config = source.config();
    this.folding = new AdapterFolding(config, adapters);
  }

  /**
   * @param manager owns the arrays
   * @param adapters of lanes 1, 2, ...
   */
  static LoadedWeights load(
      NDManager manager, DecoderWeights source, List<AdapterWeights> adapters) {
    try (NDManager scratch = manager.newSubManager()) {
      return new WeightLoader(manager, scratch, source, adapters).load();
    }
  }

  private LoadedWeights load() {
    int hidden = config.hiddenSize();
    int vocabulary = config.vocabularySize();
    keep("embedding", array(source.embeddings(), vocabulary, hidden));
    if (config.learnedPositions()) {
      keep("positions", array(source.positions(), config.contextLength(), hidden));
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      layer(layer);
    }
    norm("final_norm", source.finalNorm(), source.finalNormBias());
    keep("head.weight", array(source.head(), vocabulary, hidden).transpose(1, 0));
    return new LoadedWeights(Map.copyOf(arrays), Map.copyOf(adapters));
  }

  private void layer(int layer) {
    norm(
        Site.name(layer, "attention_norm"),
        source.attentionNorm(layer),
        source.attentionNormBias(layer));
    norm(Site.name(layer, "mlp_norm"), source.mlpNorm(layer), source.mlpNormBias(layer));
    if (config.queryKeyNorm()) {
      norm(Site.name(layer, "query_norm"), source.queryNorm(layer), new float[0]);
      norm(Site.name(layer, "key_norm"), source.keyNorm(layer), new float[0]);
    }
    for (String site : Site.of(config, layer)) {
      site(layer, site);
    }
    if (config.sparse(layer)) {
      experts(layer);
    }
  }

  private void norm(String name, float[] weight, float[] bias) {
    keep(name + ".weight", array(weight, weight.length));
    if (bias.length > 0) {
      keep(name + ".bias", array(bias, bias.length));
    }
  }

  private void site(int layer, String site) {
    List<Site.Part> parts = Site.parts(config, site);
    NDList weights = new NDList();
    NDList biases = new NDList();
    for (Site.Part part : parts) {
      WeightKey key = WeightKey.of(layer, part.projection());
      weights.add(matrix(key));
      float[] bias = source.bias(key);
      if (bias.length > 0) {
        biases.add(array(bias, bias.length));
      }
    }
    int in = source.in(WeightKey.of(layer, parts.getFirst().projection()));
    NDArray weight = joined(weights, 1);
    AdapterFolding.Folded folded = folding.fold(layer, site, in);
    if (folded == null) {
      keep(site + ".weight", weight);
    } else {
      fold(site, weight, folded, in);
    }
    if (!biases.isEmpty()) {
      keep(site + ".bias", joined(biases, 0));
    }
  }

  private void fold(String site, NDArray weight, AdapterFolding.Folded folded, int in) {
    int rank = folded.lanes().length;
    long out = weight.getShape().get(1);
    NDArray all = attach(joined(new NDList(weight, array(folded.b(), rank, out)), 0));
    NDArray a = attach(array(folded.a(), in, rank).duplicate());
    adapters.put(site, new LoadedWeights.AdaptedSite(all, a, folded.lanes()));
    arrays.put(site + ".weight", NativeEngine.slice(all, 0, 0, in));
  }

  private void experts(int layer) {
    NDList gateUps = new NDList();
    NDList downs = new NDList();
    for (int expert = 0; expert < config.experts().orElseThrow().count(); expert++) {
      NDArray gate = matrix(WeightKey.ofExpert(layer, expert, Projection.GATE));
      NDArray up = matrix(WeightKey.ofExpert(layer, expert, Projection.UP));
      gateUps.add(joined(new NDList(gate, up), 1));
      downs.add(matrix(WeightKey.ofExpert(layer, expert, Projection.DOWN)));
    }
    keep(Site.name(layer, "experts.gate_up"), stacked(gateUps));
    keep(Site.name(layer, "experts.down"), stacked(downs));
  }

  /** [in, out], a view. */
  private NDArray matrix(WeightKey key) {
    return array(source.weight(key), source.out(key), source.in(key)).transpose(1, 0);
  }

  private NDArray array(float[] values, long... shape) {
    return scratch.create(values, new Shape(shape));
  }

  private static NDArray joined(NDList parts, int dimension) {
    return NDArrays.concat(parts, dimension);
  }

  private static NDArray stacked(NDList parts) {
    return NDArrays.stack(parts, 0);
  }

  /** Copies into memory that the engine allocated: contiguous and aligned. */
  private void keep(String name, NDArray array) {
    arrays.put(name, attach(joined(new NDList(array), 0)));
  }

  private NDArray attach(NDArray array) {
    array.attach(manager);
    return array;
  }
}
