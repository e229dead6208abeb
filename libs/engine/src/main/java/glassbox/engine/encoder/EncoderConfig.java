package glassbox.engine.encoder;

import glassbox.engine.checkpoint.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What config.json says of an encoder.
 *
 * @param prefix of the encoder's weights, such as {@code bert.}
 * @param width of the hidden states
 * @param positions most tokens of a pair, special ones included
 * @param activation {@code gelu}, {@code gelu_new} or {@code relu}
 * @param padding id of the padding token; RoBERTa's positions start behind it
 * @param labels of the classes, in order
 * @param relative what disentangled attention needs; empty for others
 */
record EncoderConfig(
    EncoderFamily family,
    String prefix,
    int width,
    int layers,
    int heads,
    int positions,
    double epsilon,
    String activation,
    int padding,
    List<String> labels,
    Optional<Relative> relative) {

  private static final int LARGEST = 1 << 20;

  /**
   * Disentangled attention.
   *
   * @param span rows of the table of relative positions on each side
   * @param buckets log buckets; 0 for none
   * @param longest distance that the buckets reach
   * @param contentToPosition whether that term is there
   * @param positionToContent whether that term is there
   * @param shared whether positions go through the content's own projections
   * @param normalised whether the table is layer-normalised
   * @param absolute whether absolute positions are added to the input
   */
  record Relative(
      int span,
      int buckets,
      int longest,
      boolean contentToPosition,
      boolean positionToContent,
      boolean shared,
      boolean normalised,
      boolean absolute) {}

  EncoderConfig {
    labels = List.copyOf(labels);
  }

  int headWidth() {
    return width / heads;
  }

  /** Row of the absolute position of the i-th token. */
  int position(int i) {
    return family == EncoderFamily.ROBERTA ? padding + 1 + i : i;
  }

  /**
   * Reads config.json.
   *
   * @throws CheckpointException when it is none, or of an encoder that cannot be read
   */
  static EncoderConfig read(Path directory) {
    Path file = directory.resolve("config.json");
    JsonNode json;
    try {
      json = JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException | JacksonException e) {
      throw new CheckpointException(file + ": not readable: " + e.getMessage(), e);
    }
    return new Reader(file, json).read();
  }

  private record Reader(Path file, JsonNode json) {

    EncoderConfig read() {
      String type = json.path("model_type").asString("");
      EncoderFamily family =
          switch (type) {
            case "bert" -> EncoderFamily.BERT;
            case "roberta", "xlm-roberta", "camembert" -> EncoderFamily.ROBERTA;
            case "distilbert" -> EncoderFamily.DISTILBERT;
            case "deberta-v2" -> EncoderFamily.DEBERTA;
            default -> throw wrong("model_type " + type + " is no encoder that can be read");
          };
      boolean distil = family == EncoderFamily.DISTILBERT;
      int width = positive(distil ? "dim" : "hidden_size");
      int heads = positive(distil ? "n_heads" : "num_attention_heads");
      if (width % heads != 0) {
        throw wrong("hidden_size is no multiple of num_attention_heads");
      }
      int padding = json.path("pad_token_id").asInt(family == EncoderFamily.ROBERTA ? 1 : 0);
      int positions = positive("max_position_embeddings");
      String activation = json.path(distil ? "activation" : "hidden_act").asString("gelu");
      if (!List.of("gelu", "gelu_new", "gelu_pytorch_tanh", "relu").contains(activation)) {
        throw wrong("hidden_act " + activation + " is not known");
      }
      return new EncoderConfig(
          family,
          prefix(family),
          width,
          positive(distil ? "n_layers" : "num_hidden_layers"),
          heads,
          family == EncoderFamily.ROBERTA ? positions - padding - 1 : positions,
          json.path("layer_norm_eps").asDouble(1e-12),
          activation,
          padding,
          labels(),
          family == EncoderFamily.DEBERTA
              ? Optional.of(relative(positions, width))
              : Optional.empty());
    }

    private static String prefix(EncoderFamily family) {
      return switch (family) {
        case BERT -> "bert.";
        case ROBERTA -> "roberta.";
        case DISTILBERT -> "distilbert.";
        case DEBERTA -> "deberta.";
      };
    }

    private Relative relative(int positions, int width) {
      if (!json.path("relative_attention").asBoolean(false)) {
        throw wrong("relative_attention is off: not an encoder that can be read");
      }
      boolean convolved = json.path("conv_kernel_size").asInt(0) > 0;
      if (convolved || json.path("embedding_size").asInt(width) != width) {
        throw wrong("convolutions and narrower embeddings cannot be read");
      }
      int longest = json.path("max_relative_positions").asInt(-1);
      longest = longest < 1 ? positions : longest;
      int buckets = Math.max(0, json.path("position_buckets").asInt(-1));
      String kinds = json.path("pos_att_type").toString();
      return new Relative(
          buckets > 0 ? buckets : longest,
          buckets,
          longest,
          kinds.contains("c2p"),
          kinds.contains("p2c"),
          json.path("share_att_key").asBoolean(false),
          json.path("norm_rel_ebd").asString("none").contains("layer_norm"),
          json.path("position_biased_input").asBoolean(true));
    }

    private List<String> labels() {
      JsonNode map = json.path("id2label");
      List<String> labels = new ArrayList<>();
      for (int i = 0; i < map.size(); i++) {
        String label = map.path(Integer.toString(i)).asString("");
        if (label.isEmpty()) {
          throw wrong("id2label has no label " + i);
        }
        labels.add(label);
      }
      if (labels.size() < 2) {
        throw wrong("id2label names fewer than two classes");
      }
      return labels;
    }

    private int positive(String name) {
      int value = json.path(name).asInt(0);
      if (value < 1 || value > LARGEST) {
        throw wrong(name + " is not a positive whole number");
      }
      return value;
    }

    private CheckpointException wrong(String why) {
      return new CheckpointException(file + ": " + why);
    }
  }
}
