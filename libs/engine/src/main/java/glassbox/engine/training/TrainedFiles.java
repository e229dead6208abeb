package glassbox.engine.training;

import glassbox.engine.checkpoint.Dtype;
import glassbox.engine.checkpoint.SafeTensorsWriter;
import glassbox.engine.checkpoint.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** Writes trained weights as the directories every Hugging Face compatible loader reads. */
public final class TrainedFiles {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private TrainedFiles() {}

  /**
   * Writes config.json and model.safetensors; the tokenizer is the caller's to add.
   *
   * @param weights every weight of {@code shape}, row-major
   * @param dtype stored type
   * @param endTokenId id that ends an answer
   */
  public static void writeModel(
      Path directory, LlamaShape shape, Map<String, float[]> weights, Dtype dtype, int endTokenId)
      throws IOException {
    Files.createDirectories(directory);
    SafeTensorsWriter.write(
        directory.resolve("model.safetensors"), tensors(shape.weights(), weights), dtype);
    writeJson(directory.resolve("config.json"), config(shape, endTokenId));
  }

  /** Writes adapter_config.json and adapter_model.safetensors in f32, as PEFT does. */
  public static void writeAdapter(
      Path directory,
      LlamaShape base,
      String baseName,
      LoraShape lora,
      Map<String, float[]> weights)
      throws IOException {
    Files.createDirectories(directory);
    SafeTensorsWriter.write(
        directory.resolve("adapter_model.safetensors"), tensors(lora.weights(base), weights));
    writeJson(directory.resolve("adapter_config.json"), adapterConfig(baseName, lora));
  }

  private static Map<String, Tensor> tensors(
      Map<String, long[]> shapes, Map<String, float[]> values) {
    var tensors = new LinkedHashMap<String, Tensor>();
    shapes.forEach(
        (name, shape) -> {
          float[] data = values.get(name);
          if (data == null) {
            throw new IllegalArgumentException("weight " + name + " is missing");
          }
          tensors.put(name, Tensor.of(data, shape));
        });
    return tensors;
  }

  private static Map<String, Object> config(LlamaShape shape, int endTokenId) {
    var config = new LinkedHashMap<String, Object>();
    config.put("architectures", List.of("LlamaForCausalLM"));
    config.put("model_type", "llama");
    config.put("vocab_size", shape.vocabularySize());
    config.put("hidden_size", shape.hiddenSize());
    config.put("num_hidden_layers", shape.layers());
    config.put("num_attention_heads", shape.heads());
    config.put("num_key_value_heads", shape.heads());
    config.put("head_dim", shape.headSize());
    config.put("intermediate_size", shape.intermediateSize());
    config.put("max_position_embeddings", shape.contextLength());
    config.put("rms_norm_eps", shape.normEpsilon());
    config.put("rope_theta", shape.ropeTheta());
    config.put("hidden_act", "silu");
    config.put("attention_bias", false);
    config.put("mlp_bias", false);
    config.put("tie_word_embeddings", true);
    // The type to compute in: with bfloat16 here, loaders round the rotary frequencies as well.
    config.put("torch_dtype", "float32");
    config.put("eos_token_id", endTokenId);
    return config;
  }

  private static Map<String, Object> adapterConfig(String baseName, LoraShape lora) {
    var config = new LinkedHashMap<String, Object>();
    config.put("peft_type", "LORA");
    config.put("task_type", "CAUSAL_LM");
    config.put("base_model_name_or_path", baseName);
    config.put("r", lora.rank());
    config.put("lora_alpha", lora.alpha());
    config.put("lora_dropout", 0.0);
    config.put("bias", "none");
    config.put("fan_in_fan_out", false);
    config.put("inference_mode", true);
    config.put("use_rslora", false);
    config.put("target_modules", List.copyOf(new TreeSet<>(lora.targets())));
    return config;
  }

  private static void writeJson(Path file, Object value) throws IOException {
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
  }
}
