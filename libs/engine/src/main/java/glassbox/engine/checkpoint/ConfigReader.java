package glassbox.engine.checkpoint;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Parses config.json, in the spellings of transformers 4 and 5, with transformers' defaults. */
final class ConfigReader {
  private final Fields config;
  private final Architecture architecture;
  private final ConfigDefaults defaults;

  private ConfigReader(Fields config, Architecture architecture) {
    this.config = config;
    this.architecture = architecture;
    this.defaults = ConfigDefaults.of(architecture);
  }

  static ModelConfig read(Path directory, RotaryPrecision precision) {
    Path file = directory.resolve("config.json");
    Fields config = new Fields(file, Json.readObject(file));
    ConfigReader reader = new ConfigReader(config, architecture(config));
    reader.refuseUnsupported();
    return reader.architecture == Architecture.GPT2
        ? reader.gpt2(precision)
        : reader.llamaLike(precision);
  }

  private static Architecture architecture(Fields config) {
    String type =
        config
            .text("model_type")
            .orElseThrow(() -> config.missing("model_type", "it names the architecture"));
    return Arrays.stream(Architecture.values())
        .filter(architecture -> architecture.modelType().equals(type))
        .findFirst()
        .orElseThrow(() -> config.error("model_type", "only " + supported() + " are supported"));
  }

  private static String supported() {
    return Arrays.stream(Architecture.values())
        .map(Architecture::modelType)
        .collect(Collectors.joining(", "));
  }

  private void refuseUnsupported() {
    config.refuse("quantization_config", "quantised weights are not supported");
    config.require("is_encoder_decoder", false, "only decoders are supported");
    for (String name : config.texts("architectures")) {
      if (!name.endsWith("ForCausalLM") && !name.endsWith("LMHeadModel")) {
        throw config.error("architectures", "only models for causal language modelling");
      }
    }
  }

  private ModelConfig gpt2(RotaryPrecision precision) {
    config.require("add_cross_attention", false, "cross-attention is not supported");
    config.require("scale_attn_weights", true, "unscaled attention is not supported");
    config.require("scale_attn_by_inverse_layer_idx", false, "per-layer scales not supported");
    int hidden = config.positive("n_embd", defaults.hiddenSize());
    int heads = config.positive("n_head", defaults.heads());
    int headDim = headDim(hidden, heads, "n_head");
    return new ModelConfig(
        architecture,
        config.positive("vocab_size", defaults.vocabularySize()),
        hidden,
        config.positive("n_layer", defaults.layers()),
        heads,
        heads,
        headDim,
        config.positive("n_inner", Math.multiplyExact(4, hidden)),
        config.positiveReal("layer_norm_epsilon", 1e-5),
        config.flag("tie_word_embeddings", true),
        config.positive(config.spelling("n_positions", "n_ctx"), defaults.contextLength()),
        null,
        OptionalInt.empty(),
        List.of(),
        true,
        true,
        true,
        false,
        activation("activation_function", "gelu_new"),
        Optional.empty(),
        config.naturals("eos_token_id"),
        dtype(),
        precision);
  }

  private ModelConfig llamaLike(RotaryPrecision precision) {
    int layers = config.positive("num_hidden_layers", defaults.layers());
    int hidden = config.positive("hidden_size", defaults.hiddenSize());
    int heads = config.positive("num_attention_heads", defaults.heads());
    int headDim = rotaryHeadDim(hidden, heads);
    WindowReader window = WindowReader.read(config, architecture, layers);
    boolean qwen3 = architecture == Architecture.QWEN3 || architecture == Architecture.QWEN3_MOE;
    boolean biasOption = qwen3 || architecture == Architecture.LLAMA;
    boolean bias = biasOption && config.flag("attention_bias", false);
    return new ModelConfig(
        architecture,
        config.positive("vocab_size", defaults.vocabularySize()),
        hidden,
        layers,
        heads,
        keyValueHeads(heads),
        headDim,
        config.positive("intermediate_size", defaults.intermediateSize()),
        config.positiveReal("rms_norm_eps", 1e-6),
        config.flag("tie_word_embeddings", false),
        config.positive("max_position_embeddings", defaults.contextLength()),
        RotaryReader.read(config),
        window.size(),
        window.layers(),
        bias || architecture == Architecture.QWEN2,
        bias,
        architecture == Architecture.LLAMA && config.flag("mlp_bias", false),
        qwen3,
        activation("hidden_act", "silu"),
        experts(),
        config.naturals("eos_token_id"),
        dtype(),
        precision);
  }

  private int keyValueHeads(int heads) {
    String name = "num_key_value_heads";
    boolean written = !config.node(name).isMissingNode();
    int otherwise = written || defaults.keyValueHeads() == 0 ? heads : defaults.keyValueHeads();
    int keyValueHeads = config.positive(name, otherwise);
    if (heads % keyValueHeads != 0) {
      throw CheckpointException.of(
          config.file(),
          "num_attention_heads = %d is not a multiple of %s = %d"
              .formatted(heads, name, keyValueHeads));
    }
    return keyValueHeads;
  }

  private int rotaryHeadDim(int hidden, int heads) {
    int headDim;
    if (config.has("head_dim")) {
      headDim = config.positive("head_dim");
    } else if (defaults.headDim() > 0 && config.node("head_dim").isMissingNode()) {
      headDim = defaults.headDim();
    } else {
      headDim = headDim(hidden, heads, "num_attention_heads");
    }
    if (headDim % 2 != 0) {
      throw CheckpointException.field(
          config.file(), "head_dim", headDim, "odd, so its halves cannot be rotated");
    }
    return headDim;
  }

  private int headDim(int hidden, int heads, String name) {
    if (hidden % heads != 0) {
      throw config.error(name, "does not divide the hidden size " + hidden);
    }
    return hidden / heads;
  }

  private Activation activation(String name, String otherwise) {
    return switch (config.text(name).orElse(otherwise)) {
      case "silu", "swish" -> Activation.SILU;
      case "gelu" -> Activation.GELU;
      case "gelu_new", "gelu_pytorch_tanh", "gelu_fast" -> Activation.GELU_TANH;
      default -> throw config.error(name, "only silu, gelu, gelu_new and its names are supported");
    };
  }

  private Optional<Experts> experts() {
    if (architecture != Architecture.QWEN3_MOE) {
      return Optional.empty();
    }
    int count = config.positive(config.spelling("num_experts", "num_local_experts"), 128);
    if (config.positive("num_local_experts", count) != count) {
      throw config.error("num_local_experts", "num_experts = " + count + " says otherwise");
    }
    int perToken = config.positive("num_experts_per_tok", 8);
    if (perToken > count) {
      throw CheckpointException.field(
          config.file(), "num_experts_per_tok", perToken, "more than the " + count + " experts");
    }
    return Optional.of(
        new Experts(
            count,
            perToken,
            config.positive("moe_intermediate_size", 768),
            config.flag("norm_topk_prob", false),
            config.positive("decoder_sparse_step", 1),
            config.naturals("mlp_only_layers")));
  }

  private Dtype dtype() {
    String name = config.spelling("dtype", "torch_dtype");
    String written = config.text(name).orElse("auto");
    if (written.equals("auto")) {
      return Dtype.FLOAT32;
    }
    return Dtype.ofConfigName(written)
        .orElseThrow(() -> config.error(name, "only float32, float16 and bfloat16 are supported"));
  }
}
