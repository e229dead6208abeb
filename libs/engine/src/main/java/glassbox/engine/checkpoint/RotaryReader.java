package glassbox.engine.checkpoint;

/**
 * Rotary settings in both spellings: rope_theta beside rope_scaling {type | rope_type, ...}, or
 * rope_parameters {rope_theta, rope_type, ...}.
 */
final class RotaryReader {
  private static final double DEFAULT_THETA = 10000.0;

  private RotaryReader() {}

  static RotaryEmbedding read(Fields config) {
    config.refuse("rope_interleaved", "only rotated halves are supported");
    requireWhole(config);
    String name = config.spelling("rope_parameters", "rope_scaling");
    double outer = config.positiveReal("rope_theta", DEFAULT_THETA);
    if (!config.has(name)) {
      return new RotaryEmbedding(outer, new RotaryScaling.None());
    }
    if (name.equals("rope_parameters")
        && config.has("rope_scaling")
        && !config.node("rope_scaling").equals(config.node(name))) {
      throw config.error("rope_scaling", "rope_parameters is there too and says otherwise");
    }
    Fields rope = config.nested(name);
    requireWhole(rope);
    rope.refuse("mrope_section", "multimodal positions are not supported");
    return new RotaryEmbedding(rope.positiveReal("rope_theta", outer), scaling(rope));
  }

  private static void requireWhole(Fields fields) {
    if (fields.positiveReal("partial_rotary_factor", 1.0) != 1.0) {
      throw fields.error("partial_rotary_factor", "only whole heads are rotated");
    }
  }

  private static RotaryScaling scaling(Fields rope) {
    String spelling = rope.spelling("rope_type", "type");
    String type = rope.text(spelling).orElse("default");
    return switch (type) {
      case "default" -> new RotaryScaling.None();
      case "linear" -> new RotaryScaling.Linear(real(rope, "factor", type));
      case "llama3" -> llama3(rope, type);
      default -> throw rope.error(spelling, "only default, linear and llama3 are supported");
    };
  }

  private static RotaryScaling llama3(Fields rope, String type) {
    double low = real(rope, "low_freq_factor", type);
    double high = real(rope, "high_freq_factor", type);
    if (high <= low) {
      throw rope.error("high_freq_factor", "not above low_freq_factor = " + low);
    }
    String context = "original_max_position_embeddings";
    if (!rope.has(context)) {
      throw rope.missing(context, "rope type " + type + " needs it");
    }
    return new RotaryScaling.Llama3(real(rope, "factor", type), low, high, rope.positive(context));
  }

  private static double real(Fields rope, String name, String type) {
    if (!rope.has(name)) {
      throw rope.missing(name, "rope type " + type + " needs it");
    }
    return rope.positiveReal(name, 1.0);
  }
}
