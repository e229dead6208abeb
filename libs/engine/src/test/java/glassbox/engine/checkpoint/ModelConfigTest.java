package glassbox.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelConfigTest {
  @TempDir Path directory;

  private ModelConfig read(String json) {
    try {
      Files.writeString(directory.resolve("config.json"), json.replace('\'', '"'));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return ModelConfig.read(directory);
  }

  @Test
  void fillsInTheDefaultsOfTransformers() {
    ModelConfig gpt2 = read("{'model_type': 'gpt2'}");
    assertThat(List.of(gpt2.vocabularySize(), gpt2.hiddenSize(), gpt2.layers(), gpt2.heads()))
        .containsExactly(50257, 768, 12, 12);
    assertThat(gpt2.intermediateSize()).isEqualTo(3072);
    assertThat(gpt2.contextLength()).isEqualTo(1024);
    assertThat(gpt2.activation()).isEqualTo(Activation.GELU_TANH);
    assertThat(gpt2.tiedEmbeddings()).isTrue();
    assertThat(gpt2.rotary()).isNull();

    ModelConfig llama = read("{'model_type': 'llama'}");
    assertThat(llama.keyValueHeads()).isEqualTo(32);
    assertThat(llama.headDim()).isEqualTo(128);
    assertThat(llama.tiedEmbeddings()).isFalse();
    assertThat(llama.dtype()).isEqualTo(Dtype.FLOAT32);

    ModelConfig mistral = read("{'model_type': 'mistral'}");
    assertThat(mistral.keyValueHeads()).isEqualTo(8);
    assertThat(mistral.window(0)).hasValue(4096);
    assertThat(read("{'model_type': 'mistral', 'sliding_window': null}").window(0)).isEmpty();

    ModelConfig qwen2 = read("{'model_type': 'qwen2'}");
    assertThat(qwen2.attentionBias()).isTrue();
    assertThat(qwen2.outputBias()).isFalse();
    assertThat(read("{'model_type': 'qwen3', 'hidden_size': 64}").headDim()).isEqualTo(128);
    ModelConfig moe = read("{'model_type': 'qwen3_moe'}");
    assertThat(moe.headDim()).isEqualTo(64);
    assertThat(moe.experts()).hasValue(new Experts(128, 8, 768, false, 1, List.of()));
  }

  @Test
  void readsBothSpellingsAlike() {
    ModelConfig old =
        read(
            """
            {'model_type': 'llama', 'torch_dtype': 'bfloat16', 'rope_theta': 500000.0,
             'rope_scaling': {'type': 'linear', 'factor': 4.0}, 'eos_token_id': 2}\
            """);
    ModelConfig current =
        read(
            """
            {'model_type': 'llama', 'dtype': 'bfloat16', 'eos_token_id': [2],
             'rope_parameters':
               {'rope_type': 'linear', 'factor': 4.0, 'rope_theta': 500000.0}}\
            """);
    assertThat(current).isEqualTo(old);
    assertThat(old.dtype()).isEqualTo(Dtype.BFLOAT16);
    assertThat(old.rotary())
        .isEqualTo(new RotaryEmbedding(500000.0, new RotaryScaling.Linear(4.0)));
    assertThat(old.endTokenIds()).containsExactly(2);
  }

  @Test
  void readsSeveralOrNoEndTokens() {
    assertThat(read("{'model_type': 'llama', 'eos_token_id': [1, 5]}").endTokenIds())
        .containsExactly(1, 5);
    assertThat(read("{'model_type': 'llama', 'eos_token_id': null}").endTokenIds()).isEmpty();
  }

  @Test
  void scalesFrequencies() {
    float[] plain = new RotaryEmbedding(10000, new RotaryScaling.None()).inverseFrequencies(8);
    assertThat(plain[0]).isEqualTo(1f);
    assertThat(plain[1]).isCloseTo(0.1f, within(1e-7f));
    float[] linear = new RotaryEmbedding(10000, new RotaryScaling.Linear(2)).inverseFrequencies(8);
    assertThat(linear[1]).isCloseTo(0.05f, within(1e-7f));
    RotaryScaling llama3 = new RotaryScaling.Llama3(8, 1, 4, 64);
    float[] scaled = new RotaryEmbedding(10000, llama3).inverseFrequencies(8);
    assertThat(scaled[0]).isEqualTo(1f); // wavelength 6.3 < 64 / 4: kept
    assertThat(scaled[1]).isBetween(0.1f / 8, 0.1f); // 62.8 lies between: blended
    assertThat(scaled[2]).isCloseTo(0.01f / 8, within(1e-8f)); // 628 > 64: divided
  }

  @Test
  void roundsFrequenciesThroughTheCheckpointsType() throws IOException {
    String json = "{'model_type': 'llama', 'dtype': 'bfloat16', 'head_dim': 16}";
    float[] rounded = read(json).inverseFrequencies();
    float[] exact = ModelConfig.read(directory, RotaryPrecision.FLOAT32).inverseFrequencies();
    assertThat(rounded[1]).isEqualTo(Dtype.BFLOAT16.round(exact[1])).isNotEqualTo(exact[1]);
    assertThat(read(json.replace("bfloat16", "float32")).inverseFrequencies())
        .containsExactly(exact);
  }

  @Test
  void windowsTheLayersThatTheConfigurationNames() {
    String qwen = "{'model_type': 'qwen2', 'num_hidden_layers': 4, ";
    ModelConfig byDepth =
        read(qwen + "'use_sliding_window': true, 'sliding_window': 9, 'max_window_layers': 3}");
    assertThat(byDepth.windowedLayers()).containsExactly(3);
    assertThat(byDepth.window(3)).hasValue(9);
    assertThat(byDepth.window(2)).isEmpty();
    ModelConfig unused = read(qwen + "'sliding_window': 9, 'max_window_layers': 0}");
    assertThat(unused.slidingWindow()).isEqualTo(OptionalInt.empty());
    ModelConfig byType =
        read(
            qwen
                + "'use_sliding_window': true, 'sliding_window': 9, 'layer_types':"
                + " ['full_attention', 'sliding_attention', 'full_attention',"
                + " 'sliding_attention']}");
    assertThat(byType.windowedLayers()).containsExactly(1, 3);
  }

  @Test
  void knowsWhichLayersAreSparse() {
    ModelConfig config =
        read(
            """
            {'model_type': 'qwen3_moe', 'num_experts': 4, 'num_experts_per_tok': 2,
             'decoder_sparse_step': 2, 'mlp_only_layers': [3]}\
            """);
    assertThat(List.of(config.sparse(0), config.sparse(1), config.sparse(3), config.sparse(5)))
        .containsExactly(false, true, false, true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | model_type is missing",
        "{'model_type': 'bert'} | model_type = \"bert\"",
        "{'model_type': 'gemma2'} | model_type = \"gemma2\"",
        "{'model_type': 3} | model_type = 3",
        "{'model_type': 'llama', 'model_type': 'llama'} | Duplicate",
        "{'model_type': 'llama', 'hidden_size': 0} | hidden_size = 0",
        "{'model_type': 'llama', 'hidden_size': 'x'} | hidden_size = \"x\"",
        "{'model_type': 'llama', 'hidden_size': 1.5} | hidden_size = 1.5",
        "{'model_type': 'llama', 'hidden_size': 99999999999} | hidden_size = 99999999999",
        "{'model_type': 'llama', 'num_attention_heads': 3} | num_attention_heads = 3",
        "{'model_type': 'llama', 'num_key_value_heads': 5} | num_key_value_heads = 5",
        "{'model_type': 'llama', 'head_dim': 7} | head_dim = 7",
        "{'model_type': 'llama', 'hidden_act': 'relu'} | hidden_act = \"relu\"",
        "{'model_type': 'llama', 'rms_norm_eps': -1} | rms_norm_eps = -1",
        "{'model_type': 'llama', 'tie_word_embeddings': 1} | tie_word_embeddings = 1",
        "{'model_type': 'llama', 'dtype': 'float64'} | dtype = \"float64\"",
        "{'model_type': 'llama', 'torch_dtype': 'int8'} | torch_dtype = \"int8\"",
        "{'model_type': 'llama', 'eos_token_id': 'x'} | eos_token_id",
        "{'model_type': 'llama', 'sliding_window': 8} | sliding_window = 8",
        "{'model_type': 'llama', 'quantization_config': {'bits': 4}} | quantization_config",
        "{'model_type': 'llama', 'architectures': ['LlamaForSequenceClassification']}"
            + " | architectures",
        "{'model_type': 'llama', 'rope_scaling': {'type': 'yarn', 'factor': 2}}"
            + " | rope_scaling.type = \"yarn\"",
        "{'model_type': 'llama', 'rope_parameters': {'rope_type': 'dynamic', 'factor': 2}}"
            + " | rope_parameters.rope_type = \"dynamic\"",
        "{'model_type': 'llama', 'rope_scaling': {'type': 'linear'}} | rope_scaling.factor",
        "{'model_type': 'llama', 'rope_scaling': {'type': 'llama3', 'factor': 8,"
            + " 'low_freq_factor': 1, 'high_freq_factor': 4}}"
            + " | rope_scaling.original_max_position_embeddings",
        "{'model_type': 'llama', 'partial_rotary_factor': 0.5} | partial_rotary_factor = 0.5",
        "{'model_type': 'qwen2', 'num_hidden_layers': 2, 'layer_types': ['full_attention']}"
            + " | layer_types",
        "{'model_type': 'qwen3', 'num_hidden_layers': 1, 'layer_types': ['sliding_attention']}"
            + " | no sliding_window is in use",
        "{'model_type': 'qwen3', 'num_hidden_layers': 1, 'layer_types': ['linear_attention']}"
            + " | linear_attention",
        "{'model_type': 'qwen3_moe', 'use_sliding_window': true, 'max_window_layers': 3}"
            + " | max_window_layers = 3",
        "{'model_type': 'qwen3_moe', 'num_experts': 4} | num_experts_per_tok = 8",
        "{'model_type': 'qwen3_moe', 'num_experts': 8, 'num_local_experts': 16}"
            + " | num_local_experts = 16",
        "{'model_type': 'gpt2', 'scale_attn_weights': false} | scale_attn_weights = false",
        "{'model_type': 'gpt2', 'scale_attn_by_inverse_layer_idx': true}"
            + " | scale_attn_by_inverse_layer_idx = true",
        "{'model_type': 'gpt2', 'add_cross_attention': true} | add_cross_attention = true"
      })
  void namesTheFieldAndTheValueItCannotUse(String json, String part) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("config.json")
        .hasMessageContaining(part);
  }

  @Test
  void saysThatThereIsNoConfiguration() {
    assertThatThrownBy(() -> ModelDirectory.open(directory.resolve("nowhere")))
        .hasMessageContaining("no such directory");
    assertThatThrownBy(() -> ModelDirectory.open(directory)).hasMessageContaining("no such file");
  }
}
