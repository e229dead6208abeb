package glassbox.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdapterConfigTest {
  private static final String QUERY = "model.layers.3.self_attn.q_proj";
  private static final String DOWN = "model.layers.12.mlp.down_proj";

  @TempDir Path directory;

  private AdapterConfig read(String fields) {
    String json = "{'peft_type': 'LORA', 'r': 4, 'lora_alpha': 8, " + fields + "}";
    try {
      Files.writeString(directory.resolve("adapter_config.json"), json.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AdapterConfig.read(directory);
  }

  @Test
  void selectsByName() {
    AdapterConfig config = read("'target_modules': ['q_proj', 'mlp.down_proj']");
    assertThat(config.targets(QUERY)).isTrue();
    assertThat(config.targets(DOWN)).isTrue();
    assertThat(config.targets("model.layers.3.self_attn.k_proj")).isFalse();
    assertThat(config.targets("model.layers.3.self_attn.xq_proj")).isFalse();
  }

  @Test
  void selectsByRegularExpression() {
    AdapterConfig config = read("'target_modules': '.*\\\\.[0-5]\\\\.self_attn\\\\.(q|v)_proj'");
    assertThat(config.targets(QUERY)).isTrue();
    assertThat(config.targets("model.layers.12.self_attn.q_proj")).isFalse();
    assertThat(config.targets(DOWN)).isFalse();
  }

  @Test
  void selectsEveryLinearModule() {
    AdapterConfig config = read("'target_modules': 'all-linear', 'exclude_modules': ['down_proj']");
    assertThat(config.targets(QUERY)).isTrue();
    assertThat(config.targets(DOWN)).isFalse();
  }

  @Test
  void selectsLayers() {
    AdapterConfig config = read("'target_modules': 'all-linear', 'layers_to_transform': [3, 4]");
    assertThat(config.targets(QUERY)).isTrue();
    assertThat(config.targets(DOWN)).isFalse();
    assertThat(read("'target_modules': ['q_proj'], 'layers_to_transform': 3").targets(QUERY))
        .isTrue();
  }

  @Test
  void scales() {
    assertThat(read("'target_modules': ['q_proj']").scaling(QUERY)).isEqualTo(2.0);
    assertThat(read("'target_modules': ['q_proj'], 'use_rslora': true").scaling(QUERY))
        .isCloseTo(4.0, within(1e-12));
    AdapterConfig patterns =
        read(
            "'target_modules': 'all-linear', 'rank_pattern': {'q_proj': 2, '12.mlp.*': 16},"
                + " 'alpha_pattern': {'down_proj': 1.5}");
    assertThat(patterns.rank(QUERY)).isEqualTo(2);
    assertThat(patterns.scaling(QUERY)).isEqualTo(4.0);
    assertThat(patterns.rank(DOWN)).isEqualTo(16);
    assertThat(patterns.scaling(DOWN)).isEqualTo(1.5 / 16);
    assertThat(patterns.rank("model.layers.3.self_attn.v_proj")).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'use_dora': true",
        "'bias': 'all'",
        "'modules_to_save': ['lm_head']",
        "'lora_bias': true",
        "'layer_replication': [[0, 4]]",
        "'trainable_token_indices': [1]",
        "'target_parameters': ['mlp.experts.gate_up_proj']",
        "'use_qalora': true",
        "'task_type': 'SEQ_CLS'",
        "'init_lora_weights': 'pissa'",
        "'layers_pattern': ['blocks']",
        "'something_new': 1",
        "'rank_pattern': {'q_proj': 0}",
        "'alpha_pattern': {'q_proj': 'x'}",
        "'exclude_modules': '('"
      })
  void namesTheOptionItDoesNotSupport(String option) {
    String name = option.substring(1, option.indexOf('\'', 1));
    assertThatThrownBy(() -> read("'target_modules': ['q_proj'], " + option))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("adapter_config.json")
        .hasMessageContaining(name);
  }

  @Test
  void refusesOtherMethodsAndMissingTargets() {
    assertThatThrownBy(() -> read("'target_modules': null")).hasMessageContaining("target_modules");
    assertThatThrownBy(() -> read("'target_modules': 'a('")).hasMessageContaining("a(");
    assertThatThrownBy(() -> AdapterDirectory.open(directory.resolve("none")))
        .hasMessageContaining("no such directory");
  }

  @Test
  void acceptsOptionsThatAreNotInUse() {
    read(
        "'target_modules': ['q_proj'], 'use_dora': false, 'modules_to_save': null,"
            + " 'lora_dropout': 0.1, 'fan_in_fan_out': true, 'megatron_config': null,"
            + " 'init_lora_weights': true, 'loftq_config': {}, 'bias': 'none'");
  }
}
