package glassbox.engine.encoder;

import glassbox.engine.encoder.EncoderWeights.Dense;
import glassbox.engine.encoder.EncoderWeights.Layer;
import glassbox.engine.encoder.EncoderWeights.Scale;
import glassbox.engine.encoder.EncoderWeights.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An encoder's weights under names of their own.
 *
 * @param words token embeddings
 * @param positions absolute position embeddings; null where there are none
 * @param types token type embeddings; null where there are none
 * @param relative table of relative positions; null where there is none
 * @param relativeNorm its normalisation; null where there is none
 * @param pooler the layer on the first token before the classes
 * @param classes the layer of the classes
 */
record EncoderModel(
    EncoderConfig config,
    Table words,
    @Nullable Table positions,
    @Nullable Table types,
    Scale inputNorm,
    @Nullable Table relative,
    @Nullable Scale relativeNorm,
    List<Layer> layers,
    Dense pooler,
    Dense classes) {

  EncoderModel {
    layers = List.copyOf(layers);
  }

  static EncoderModel read(Path directory) {
    EncoderConfig config = EncoderConfig.read(directory);
    try (EncoderWeights weights = new EncoderWeights(directory, config)) {
      return read(config, weights);
    }
  }

  private static EncoderModel read(EncoderConfig config, EncoderWeights weights) {
    String at = config.prefix() + "embeddings.";
    boolean absolute = config.relative().map(EncoderConfig.Relative::absolute).orElse(true);
    boolean normalised = config.relative().map(EncoderConfig.Relative::normalised).orElse(false);
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < config.layers(); i++) {
      layers.add(weights.layer(i));
    }
    String types = at + "token_type_embeddings.weight";
    String encoder = config.prefix() + "encoder.";
    return new EncoderModel(
        config,
        weights.table(at + "word_embeddings.weight"),
        absolute ? weights.table(at + "position_embeddings.weight") : null,
        weights.has(types) ? weights.table(types) : null,
        weights.scale(at + "LayerNorm"),
        config.relative().isPresent() ? weights.table(encoder + "rel_embeddings.weight") : null,
        normalised ? weights.scale(encoder + "LayerNorm") : null,
        layers,
        weights.dense(pooler(config), config.width(), config.width()),
        weights.dense(classes(config), config.labels().size(), config.width()));
  }

  private static String pooler(EncoderConfig config) {
    return switch (config.family()) {
      case BERT -> "bert.pooler.dense";
      case ROBERTA -> "classifier.dense";
      case DISTILBERT -> "pre_classifier";
      case DEBERTA -> "pooler.dense";
    };
  }

  private static String classes(EncoderConfig config) {
    return config.family() == EncoderFamily.ROBERTA ? "classifier.out_proj" : "classifier";
  }
}
