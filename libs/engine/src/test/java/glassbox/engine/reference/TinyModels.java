package glassbox.engine.reference;

import glassbox.engine.checkpoint.Dtype;
import glassbox.engine.checkpoint.SafeTensorsWriter;
import glassbox.engine.checkpoint.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes tiny models with seeded random weights, one of every kind the loader knows, and adapters
 * for them. Weights are drawn wide enough that every term of the forward pass matters.
 */
public final class TinyModels {
  /** Sizes shared by all of them. */
  public static final int VOCABULARY = 96;

  public static final int HIDDEN = 24;
  public static final int CONTEXT = 64;
  private static final int HEADS = 4;
  private static final int KEY_VALUE_HEADS = 2;
  private static final int HEAD_DIM = 8;
  private static final int INTERMEDIATE = 40;
  private static final int LAYERS = 3;
  private static final int EXPERTS = 6;
  private static final int EXPERT_INTERMEDIATE = 16;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private TinyModels() {}

  /** The kinds of model; each exercises other options. */
  public enum Kind {
    GPT2,
    GPT2_GELU_UNTIED,
    LLAMA,
    LLAMA_TIED_BIASED,
    LLAMA_LINEAR,
    LLAMA3,
    LLAMA_BF16,
    MISTRAL_WINDOW,
    QWEN2,
    QWEN2_WINDOW,
    QWEN3,
    QWEN3_MOE,
    QWEN3_MOE_MIXED
  }

  /** Writes config.json, model.safetensors and tokenizer.json; equal seeds give equal files. */
  public static Path write(Path directory, Kind kind, long seed) throws IOException {
    Files.createDirectories(directory);
    Map<String, Object> config = config(kind);
    MAPPER.writeValue(directory.resolve("config.json").toFile(), config);
    Dtype dtype = kind == Kind.LLAMA_BF16 ? Dtype.BFLOAT16 : Dtype.FLOAT32;
    SafeTensorsWriter.write(
        directory.resolve("model.safetensors"), tensors(kind, config, seed), dtype);
    TinyTokenizer.write(directory);
    return directory;
  }

  /**
   * Writes a PEFT adapter for a model of this kind.
   *
   * @param modules the last part of the adapted modules' names: q_proj, c_attn, down_proj
   */
  public static Path writeAdapter(
      Path directory, Kind kind, int rank, List<String> modules, long seed) throws IOException {
    Files.createDirectories(directory);
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("peft_type", "LORA");
    config.put("task_type", "CAUSAL_LM");
    config.put("r", rank);
    config.put("lora_alpha", 2 * rank);
    config.put("target_modules", modules);
    config.put("bias", "none");
    config.put("fan_in_fan_out", gpt2(kind));
    MAPPER.writeValue(directory.resolve("adapter_config.json").toFile(), config);
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors(kind, config(kind), 0)
        .forEach(
            (name, tensor) -> {
              String module = name.substring(0, name.lastIndexOf('.'));
              if (name.endsWith(".weight")
                  && modules.contains(module.substring(module.lastIndexOf('.') + 1))) {
                int first = Math.toIntExact(tensor.shape().get(0));
                int second = Math.toIntExact(tensor.shape().get(1));
                int in = gpt2(kind) ? first : second;
                int out = gpt2(kind) ? second : first;
                String prefix = "base_model.model." + module;
                tensors.put(prefix + ".lora_A.weight", draw(random, 0.3, rank, in));
                tensors.put(prefix + ".lora_B.weight", draw(random, 0.3, out, rank));
              }
            });
    SafeTensorsWriter.write(directory.resolve("adapter_model.safetensors"), tensors);
    return directory;
  }

  private static boolean gpt2(Kind kind) {
    return kind == Kind.GPT2 || kind == Kind.GPT2_GELU_UNTIED;
  }

  private static boolean moe(Kind kind) {
    return kind == Kind.QWEN3_MOE || kind == Kind.QWEN3_MOE_MIXED;
  }

  private static Map<String, Object> config(Kind kind) {
    return gpt2(kind) ? gpt2Config(kind) : llamaConfig(kind);
  }

  private static Map<String, Object> gpt2Config(Kind kind) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("model_type", "gpt2");
    config.put("vocab_size", VOCABULARY);
    config.put("n_embd", HIDDEN);
    config.put("n_layer", LAYERS);
    config.put("n_head", HEADS);
    config.put("n_positions", CONTEXT);
    config.put("eos_token_id", 0);
    if (kind == Kind.GPT2_GELU_UNTIED) {
      config.put("activation_function", "gelu");
      config.put("tie_word_embeddings", false);
      config.put("n_inner", INTERMEDIATE);
    }
    return config;
  }

  private static Map<String, Object> llamaConfig(Kind kind) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("model_type", modelType(kind));
    config.put("vocab_size", VOCABULARY);
    config.put("hidden_size", HIDDEN);
    config.put("intermediate_size", INTERMEDIATE);
    config.put("num_hidden_layers", LAYERS);
    config.put("num_attention_heads", HEADS);
    config.put("num_key_value_heads", KEY_VALUE_HEADS);
    config.put("head_dim", HEAD_DIM);
    config.put("max_position_embeddings", CONTEXT);
    config.put("rms_norm_eps", 1e-5);
    config.put("tie_word_embeddings", tied(kind));
    config.put("eos_token_id", List.of(0));
    config.put("torch_dtype", kind == Kind.LLAMA_BF16 ? "bfloat16" : "float32");
    config.putAll(options(kind));
    return config;
  }

  private static String modelType(Kind kind) {
    return switch (kind) {
      case GPT2, GPT2_GELU_UNTIED -> "gpt2";
      case LLAMA, LLAMA_TIED_BIASED, LLAMA_LINEAR, LLAMA3, LLAMA_BF16 -> "llama";
      case MISTRAL_WINDOW -> "mistral";
      case QWEN2, QWEN2_WINDOW -> "qwen2";
      case QWEN3 -> "qwen3";
      case QWEN3_MOE, QWEN3_MOE_MIXED -> "qwen3_moe";
    };
  }

  private static boolean tied(Kind kind) {
    return kind == Kind.LLAMA_TIED_BIASED || kind == Kind.QWEN2 || kind == Kind.GPT2;
  }

  private static Map<String, Object> options(Kind kind) {
    return switch (kind) {
      case GPT2, GPT2_GELU_UNTIED, LLAMA, LLAMA_BF16, QWEN2, QWEN3 -> Map.of();
      case LLAMA_TIED_BIASED -> Map.of("attention_bias", true, "mlp_bias", true);
      case LLAMA_LINEAR ->
          Map.of("rope_theta", 5000.0, "rope_scaling", Map.of("type", "linear", "factor", 2.0));
      case LLAMA3 -> Map.of("rope_parameters", llama3());
      case MISTRAL_WINDOW -> Map.of("sliding_window", 5);
      case QWEN2_WINDOW ->
          Map.of("use_sliding_window", true, "sliding_window", 4, "max_window_layers", 1);
      case QWEN3_MOE -> experts(Map.of("norm_topk_prob", true));
      case QWEN3_MOE_MIXED ->
          experts(Map.of("decoder_sparse_step", 1, "mlp_only_layers", List.of(1)));
    };
  }

  private static Map<String, Object> llama3() {
    return Map.of(
        "rope_theta",
        10000.0,
        "rope_type",
        "llama3",
        "factor",
        8.0,
        "low_freq_factor",
        1.0,
        "high_freq_factor",
        4.0,
        "original_max_position_embeddings",
        16);
  }

  private static Map<String, Object> experts(Map<String, Object> more) {
    Map<String, Object> options = new LinkedHashMap<>(more);
    options.put("num_experts", EXPERTS);
    options.put("num_experts_per_tok", 2);
    options.put("moe_intermediate_size", EXPERT_INTERMEDIATE);
    return options;
  }

  private static Map<String, Tensor> tensors(Kind kind, Map<String, Object> config, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return gpt2(kind) ? gpt2Tensors(config, random) : llamaTensors(kind, config, random);
  }

  private static Map<String, Tensor> gpt2Tensors(
      Map<String, Object> config, SplittableRandom random) {
    int inner = (int) config.getOrDefault("n_inner", 4 * HIDDEN);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("transformer.wte.weight", draw(random, 0.4, VOCABULARY, HIDDEN));
    tensors.put("transformer.wpe.weight", draw(random, 0.2, CONTEXT, HIDDEN));
    if (config.containsKey("tie_word_embeddings")) {
      tensors.put("lm_head.weight", draw(random, 0.3, VOCABULARY, HIDDEN));
    }
    layerNorm(tensors, "transformer.ln_f", random);
    for (int layer = 0; layer < LAYERS; layer++) {
      String prefix = "transformer.h." + layer + ".";
      layerNorm(tensors, prefix + "ln_1", random);
      layerNorm(tensors, prefix + "ln_2", random);
      conv(tensors, prefix + "attn.c_attn", HIDDEN, 3 * HIDDEN, random);
      conv(tensors, prefix + "attn.c_proj", HIDDEN, HIDDEN, random);
      conv(tensors, prefix + "mlp.c_fc", HIDDEN, inner, random);
      conv(tensors, prefix + "mlp.c_proj", inner, HIDDEN, random);
    }
    return tensors;
  }

  private static Map<String, Tensor> llamaTensors(
      Kind kind, Map<String, Object> config, SplittableRandom random) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("model.embed_tokens.weight", draw(random, 0.4, VOCABULARY, HIDDEN));
    tensors.put("model.norm.weight", norm(random, HIDDEN));
    if (!tied(kind)) {
      tensors.put("lm_head.weight", draw(random, 0.3, VOCABULARY, HIDDEN));
    }
    for (int layer = 0; layer < LAYERS; layer++) {
      String prefix = "model.layers." + layer + ".";
      tensors.put(prefix + "input_layernorm.weight", norm(random, HIDDEN));
      tensors.put(prefix + "post_attention_layernorm.weight", norm(random, HIDDEN));
      attention(tensors, prefix + "self_attn.", kind, random);
      boolean dense = config.getOrDefault("mlp_only_layers", List.of()).equals(List.of(layer));
      if (moe(kind) && !dense) {
        tensors.put(prefix + "mlp.gate.weight", draw(random, 0.5, EXPERTS, HIDDEN));
        for (int expert = 0; expert < EXPERTS; expert++) {
          String name = prefix + "mlp.experts." + expert + ".";
          mlp(tensors, name, EXPERT_INTERMEDIATE, kind, random);
        }
      } else {
        mlp(tensors, prefix + "mlp.", INTERMEDIATE, kind, random);
      }
    }
    return tensors;
  }

  private static void attention(
      Map<String, Tensor> tensors, String prefix, Kind kind, SplittableRandom random) {
    boolean every = kind == Kind.LLAMA_TIED_BIASED;
    boolean bias = every || kind == Kind.QWEN2 || kind == Kind.QWEN2_WINDOW;
    int queries = HEADS * HEAD_DIM;
    int keys = KEY_VALUE_HEADS * HEAD_DIM;
    linear(tensors, prefix + "q_proj", HIDDEN, queries, bias, random);
    linear(tensors, prefix + "k_proj", HIDDEN, keys, bias, random);
    linear(tensors, prefix + "v_proj", HIDDEN, keys, bias, random);
    linear(tensors, prefix + "o_proj", queries, HIDDEN, every, random);
    if (kind == Kind.QWEN3 || moe(kind)) {
      tensors.put(prefix + "q_norm.weight", norm(random, HEAD_DIM));
      tensors.put(prefix + "k_norm.weight", norm(random, HEAD_DIM));
    }
  }

  private static void mlp(
      Map<String, Tensor> tensors, String prefix, int inner, Kind kind, SplittableRandom random) {
    boolean bias = kind == Kind.LLAMA_TIED_BIASED;
    linear(tensors, prefix + "gate_proj", HIDDEN, inner, bias, random);
    linear(tensors, prefix + "up_proj", HIDDEN, inner, bias, random);
    linear(tensors, prefix + "down_proj", inner, HIDDEN, bias, random);
  }

  private static void linear(
      Map<String, Tensor> tensors,
      String name,
      int in,
      int out,
      boolean bias,
      SplittableRandom random) {
    tensors.put(name + ".weight", draw(random, 0.3, out, in));
    if (bias) {
      tensors.put(name + ".bias", draw(random, 0.2, out));
    }
  }

  private static void conv(
      Map<String, Tensor> tensors, String name, int in, int out, SplittableRandom random) {
    tensors.put(name + ".weight", draw(random, 0.3, in, out));
    tensors.put(name + ".bias", draw(random, 0.2, out));
  }

  private static void layerNorm(Map<String, Tensor> tensors, String name, SplittableRandom random) {
    tensors.put(name + ".weight", norm(random, HIDDEN));
    tensors.put(name + ".bias", draw(random, 0.2, HIDDEN));
  }

  private static Tensor norm(SplittableRandom random, int size) {
    Tensor drawn = draw(random, 0.2, size);
    for (int i = 0; i < size; i++) {
      drawn.values()[i] += 1;
    }
    return drawn;
  }

  private static Tensor draw(SplittableRandom random, double deviation, int... shape) {
    long[] sizes = java.util.Arrays.stream(shape).asLongStream().toArray();
    int elements = java.util.Arrays.stream(shape).reduce(1, Math::multiplyExact);
    float[] values = new float[elements];
    for (int i = 0; i < elements; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return Tensor.of(values, sizes);
  }
}
