package glassbox.engine.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which matrices a configuration has, and their sizes. */
final class WeightShapes {
  private static final List<Projection> ATTENTION =
      List.of(Projection.QUERY, Projection.KEY, Projection.VALUE, Projection.OUTPUT);

  private final ModelConfig config;

  WeightShapes(ModelConfig config) {
    this.config = config;
  }

  int in(WeightKey key) {
    return switch (key.projection()) {
      case QUERY, KEY, VALUE, GATE, UP, ROUTER -> config.hiddenSize();
      case OUTPUT -> config.heads() * config.headDim();
      case DOWN -> intermediate(key);
    };
  }

  int out(WeightKey key) {
    return switch (key.projection()) {
      case QUERY -> config.heads() * config.headDim();
      case KEY, VALUE -> config.keyValueHeads() * config.headDim();
      case OUTPUT, DOWN -> config.hiddenSize();
      case GATE, UP -> intermediate(key);
      case ROUTER -> experts().count();
    };
  }

  boolean biased(WeightKey key) {
    return switch (key.projection()) {
      case QUERY, KEY, VALUE -> config.attentionBias();
      case OUTPUT -> config.outputBias();
      case GATE, UP, DOWN -> config.mlpBias();
      case ROUTER -> false;
    };
  }

  List<WeightKey> layer(int layer) {
    List<WeightKey> keys = new ArrayList<>();
    ATTENTION.forEach(projection -> keys.add(WeightKey.of(layer, projection)));
    List<Projection> mlp =
        config.gatedMlp()
            ? List.of(Projection.GATE, Projection.UP, Projection.DOWN)
            : List.of(Projection.UP, Projection.DOWN);
    if (!config.sparse(layer)) {
      mlp.forEach(projection -> keys.add(WeightKey.of(layer, projection)));
      return keys;
    }
    keys.add(WeightKey.of(layer, Projection.ROUTER));
    for (int expert = 0; expert < experts().count(); expert++) {
      for (Projection projection : mlp) {
        keys.add(WeightKey.ofExpert(layer, expert, projection));
      }
    }
    return keys;
  }

  List<WeightKey> all() {
    List<WeightKey> keys = new ArrayList<>();
    for (int layer = 0; layer < config.layers(); layer++) {
      keys.addAll(layer(layer));
    }
    return keys;
  }

  private int intermediate(WeightKey key) {
    return key.expert() == WeightKey.DENSE
        ? config.intermediateSize()
        : experts().intermediateSize();
  }

  private Experts experts() {
    Optional<Experts> experts = config.experts();
    return experts.orElseThrow(
        () -> new IllegalArgumentException(config.architecture().modelType() + " has no experts"));
  }
}
