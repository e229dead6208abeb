package glassbox.lab.bench;

import glassbox.engine.checkpoint.SafeTensorsWriter;
import glassbox.engine.checkpoint.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A llama model of random weights and LoRA adapters on all its matrices: the speed of a shape, not
 * the sense of an answer.
 */
record SyntheticModel(
    int hidden, int layers, int heads, int inner, int vocabulary, int rank, long seed) {
  private static final float SPREAD = 0.04f;

  /** 5.8 million parameters: the size that ships. */
  static SyntheticModel small() {
    return new SyntheticModel(256, 6, 4, 688, 4096, 8, 1);
  }

  /** 134 million parameters, with the output head counted apart from the embedding. */
  static SyntheticModel large() {
    return new SyntheticModel(768, 12, 12, 2048, 32000, 8, 1);
  }

  /** Writes {@code directory}/base and {@code directory}/adapter-1 ... as Hugging Face folders. */
  void write(Path directory, int adapters) throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed);
    writeBase(Files.createDirectories(directory.resolve("base")), random);
    for (int i = 1; i <= adapters; i++) {
      writeAdapter(Files.createDirectories(directory.resolve("adapter-" + i)), random);
    }
  }

  private void writeBase(Path directory, RandomGenerator random) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("model.embed_tokens.weight", matrix(random, vocabulary, hidden));
    tensors.put("lm_head.weight", matrix(random, vocabulary, hidden));
    tensors.put("model.norm.weight", ones());
    for (int layer = 0; layer < layers; layer++) {
      String prefix = "model.layers." + layer + ".";
      tensors.put(prefix + "input_layernorm.weight", ones());
      tensors.put(prefix + "post_attention_layernorm.weight", ones());
      for (Map.Entry<String, int[]> shape : shapes().entrySet()) {
        int[] size = shape.getValue();
        tensors.put(prefix + shape.getKey() + ".weight", matrix(random, size[0], size[1]));
      }
    }
    SafeTensorsWriter.write(directory.resolve("model.safetensors"), tensors);
    Files.writeString(directory.resolve("config.json"), config());
  }

  private void writeAdapter(Path directory, RandomGenerator random) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int layer = 0; layer < layers; layer++) {
      String prefix = "base_model.model.model.layers." + layer + ".";
      for (Map.Entry<String, int[]> shape : shapes().entrySet()) {
        int[] size = shape.getValue();
        String module = prefix + shape.getKey();
        tensors.put(module + ".lora_A.weight", matrix(random, rank, size[1]));
        tensors.put(module + ".lora_B.weight", matrix(random, size[0], rank));
      }
    }
    SafeTensorsWriter.write(directory.resolve("adapter_model.safetensors"), tensors);
    Files.writeString(directory.resolve("adapter_config.json"), adapterConfig());
  }

  /** [out, in] of each matrix of a layer. */
  private Map<String, int[]> shapes() {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    for (String name : new String[] {"q_proj", "k_proj", "v_proj", "o_proj"}) {
      shapes.put("self_attn." + name, new int[] {hidden, hidden});
    }
    shapes.put("mlp.gate_proj", new int[] {inner, hidden});
    shapes.put("mlp.up_proj", new int[] {inner, hidden});
    shapes.put("mlp.down_proj", new int[] {hidden, inner});
    return shapes;
  }

  private static Tensor matrix(RandomGenerator random, int rows, int columns) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (random.nextFloat() - 0.5f) * SPREAD;
    }
    return Tensor.of(values, rows, columns);
  }

  private Tensor ones() {
    float[] values = new float[hidden];
    Arrays.fill(values, 1);
    return Tensor.of(values, hidden);
  }

  private String config() {
    return """
    {"model_type": "llama", "architectures": ["LlamaForCausalLM"], "hidden_act": "silu",
     "hidden_size": %d, "num_hidden_layers": %d, "num_attention_heads": %d,
     "num_key_value_heads": %d, "intermediate_size": %d, "vocab_size": %d,
     "max_position_embeddings": 1024, "rms_norm_eps": 1e-5, "rope_theta": 10000.0,
     "tie_word_embeddings": false, "torch_dtype": "float32", "eos_token_id": 0}
    """
        .formatted(hidden, layers, heads, heads, inner, vocabulary);
  }

  private String adapterConfig() {
    return """
    {"peft_type": "LORA", "task_type": "CAUSAL_LM", "r": %d, "lora_alpha": %d,
     "target_modules": ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj",
                        "down_proj"]}
    """
        .formatted(rank, 2 * rank);
  }
}
