package glassbox.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.engine.reference.TinyModels;
import glassbox.engine.reference.TinyModels.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsTest {
  @TempDir Path directory;

  @Test
  void laysConvolutionsOfGpt2OutAsOutByIn() throws IOException {
    TinyModels.write(directory, Kind.GPT2, 1);
    int hidden = TinyModels.HIDDEN;
    try (TensorSource raw = SafeTensors.open(directory);
        DecoderWeights weights = DecoderWeights.open(ModelDirectory.open(directory))) {
      float[] fused = raw.read("transformer.h.1.attn.c_attn.weight");
      float[] value = weights.weight(WeightKey.of(1, Projection.VALUE));
      assertThat(value).hasSize(hidden * hidden);
      assertThat(value[2 * hidden + 5]).isEqualTo(fused[5 * 3 * hidden + 2 * hidden + 2]);
      float[] bias = raw.read("transformer.h.1.attn.c_attn.bias");
      assertThat(weights.bias(WeightKey.of(1, Projection.KEY))[3]).isEqualTo(bias[hidden + 3]);
    }
  }

  @Test
  void splitsAnAdapterOfAFusedMatrix() throws IOException {
    TinyModels.write(directory, Kind.GPT2, 1);
    Path adapter = directory.resolve("adapter");
    TinyModels.writeAdapter(adapter, Kind.GPT2, 2, List.of("c_attn"), 5);
    ModelConfig base = ModelConfig.read(directory);
    AdapterWeights weights = AdapterWeights.read(AdapterDirectory.open(adapter), base);
    LowRank query = weights.at(WeightKey.of(0, Projection.QUERY)).orElseThrow();
    LowRank value = weights.at(WeightKey.of(0, Projection.VALUE)).orElseThrow();
    assertThat(query.a()).containsExactly(value.a());
    assertThat(query.b()).hasSize(TinyModels.HIDDEN * 2).isNotEqualTo(value.b());
    assertThat(weights.at(WeightKey.of(0, Projection.OUTPUT))).isEmpty();
  }

  @Test
  void namesATensorThatIsMissing() throws IOException {
    rewrite(tensors -> tensors.remove("model.layers.1.mlp.up_proj.weight"));
    refuses("model.layers.1.mlp.up_proj.weight");
  }

  @Test
  void namesATensorThatTheConfigurationDoesNotExplain() throws IOException {
    rewrite(
        tensors ->
            tensors.put("model.layers.0.self_attn.q_proj.bias", Tensor.of(new float[32], 32)));
    refuses("model.layers.0.self_attn.q_proj.bias");
  }

  @Test
  void ignoresSavedFrequencies() throws IOException {
    rewrite(
        tensors ->
            tensors.put(
                "model.layers.0.self_attn.rotary_emb.inv_freq", Tensor.of(new float[4], 4)));
    DecoderWeights.open(ModelDirectory.open(directory)).close();
  }

  @Test
  void namesAShapeThatDoesNotFit() throws IOException {
    rewrite(tensors -> tensors.put("model.norm.weight", Tensor.of(new float[3], 3)));
    try (DecoderWeights weights = DecoderWeights.open(ModelDirectory.open(directory))) {
      assertThatThrownBy(weights::finalNorm)
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("model.norm.weight.shape = [3]");
    }
  }

  @Test
  void refusesAnAdapterOfAnotherBase() throws IOException {
    TinyModels.write(directory, Kind.LLAMA, 1);
    Path adapter = directory.resolve("adapter");
    TinyModels.writeAdapter(adapter, Kind.GPT2, 2, List.of("c_attn"), 5);
    ModelConfig base = ModelConfig.read(directory);
    assertThatThrownBy(() -> AdapterWeights.read(AdapterDirectory.open(adapter), base))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("target_modules");
  }

  @Test
  void refusesAdapterTensorsThatAreNotTargeted() throws IOException {
    TinyModels.write(directory, Kind.LLAMA, 1);
    Path adapter = directory.resolve("adapter");
    TinyModels.writeAdapter(adapter, Kind.LLAMA, 2, List.of("q_proj", "v_proj"), 5);
    Path file = adapter.resolve("adapter_config.json");
    Files.writeString(file, Files.readString(file).replace(",\"v_proj\"", ""));
    ModelConfig base = ModelConfig.read(directory);
    assertThatThrownBy(() -> AdapterWeights.read(AdapterDirectory.open(adapter), base))
        .hasMessageContaining("v_proj");
  }

  private void refuses(String name) {
    assertThatThrownBy(() -> DecoderWeights.open(ModelDirectory.open(directory)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(name);
  }

  private void rewrite(java.util.function.Consumer<Map<String, Tensor>> change) throws IOException {
    TinyModels.write(directory, Kind.LLAMA, 1);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    try (TensorSource source = SafeTensors.open(directory)) {
      for (String name : source.names()) {
        tensors.put(name, Tensor.of(source.read(name), source.shape(name)));
      }
    }
    change.accept(tensors);
    SafeTensorsWriter.write(directory.resolve("model.safetensors"), tensors);
  }
}
