package glassbox.engine.decoder;

import ai.djl.ndarray.NDManager;
import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.AdapterWeights;
import glassbox.engine.checkpoint.CheckpointException;
import glassbox.engine.checkpoint.DecoderWeights;
import glassbox.engine.checkpoint.LegibleLanes;
import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.checkpoint.WeightKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One model on each backend that sessions asked for. The second is read from the same files when it
 * is first needed. Safe for concurrent use.
 */
final class LoadedBackends implements AutoCloseable {
  private final NDManager manager;
  private final ModelDirectory base;
  private final List<AdapterDirectory> adapters;
  private final Precision precision;
  private final Map<Backend, Executions> loaded = new EnumMap<>(Backend.class);

  /**
   * Loads nothing yet.
   *
   * @param manager owns the arrays; outlives this
   * @param precision of the compiled backend
   */
  LoadedBackends(
      NDManager manager,
      ModelDirectory base,
      List<AdapterDirectory> adapters,
      Precision precision) {
    this.manager = manager;
    this.base = base;
    this.adapters = List.copyOf(adapters);
    this.precision = precision;
  }

  /** Requires a backend that covers the model. */
  synchronized Executions on(Backend backend) {
    return loaded.computeIfAbsent(backend, this::load);
  }

  private Executions load(Backend backend) {
    ModelConfig config = base.config();
    try (DecoderWeights source = DecoderWeights.open(base)) {
      List<AdapterWeights> updates =
          adapters.stream().map(adapter -> read(adapter, config)).toList();
      return switch (backend) {
        case COMPILED -> CompiledModel.load(manager, source, updates, precision);
        case ARRAYS ->
            new ArrayModel(
                config,
                WeightLoader.load(manager, source, updates),
                LegibleArrays.load(manager, LegibleLanes.read(base, adapters)));
      };
    }
  }

  private static AdapterWeights read(AdapterDirectory adapter, ModelConfig base) {
    AdapterWeights weights = AdapterWeights.read(adapter, base);
    for (WeightKey key : weights.keys()) {
      if (key.expert() != WeightKey.DENSE) {
        throw new CheckpointException(
            "%s: target_modules reaches %s of expert %d in layer %d: experts take no adapters"
                .formatted(adapter.path(), key.projection(), key.expert(), key.layer()));
      }
    }
    return weights;
  }

  /** Native arrays held beside those of the manager. */
  synchronized int nativeArrays() {
    return loaded.values().stream().mapToInt(Executions::nativeArrays).sum();
  }

  @Override
  public synchronized void close() {
    loaded.values().forEach(Executions::close);
  }
}
