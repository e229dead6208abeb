package glassbox.engine.checkpoint;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/**
 * Parses adapter_config.json. A field that is not known is refused unless its value says that it is
 * not in use (null, false, empty): an option we ignore would change what the adapter computes.
 */
final class AdapterConfigReader {
  /** Read below, without effect on the forward pass, or only a record of the training. */
  private static final Set<String> KNOWN =
      Set.of(
          "peft_type",
          "task_type",
          "r",
          "lora_alpha",
          "use_rslora",
          "target_modules",
          "exclude_modules",
          "layers_to_transform",
          "layers_pattern",
          "rank_pattern",
          "alpha_pattern",
          "bias",
          "init_lora_weights",
          "base_model_name_or_path",
          "auto_mapping",
          "revision",
          "inference_mode",
          "peft_version",
          "lora_dropout",
          "fan_in_fan_out",
          "megatron_core",
          "qalora_group_size",
          "ensure_weight_tying",
          "corda_config",
          "eva_config",
          "lora_ga_config",
          "loftq_config",
          "runtime_config");

  /** Initialisations that leave the base weights as they are. */
  private static final Set<String> PLAIN_INITIALISATIONS = Set.of("gaussian", "orthogonal", "eva");

  private final Fields config;

  private AdapterConfigReader(Fields config) {
    this.config = config;
  }

  static AdapterConfig read(Path file) {
    JsonNode node = Json.readObject(file);
    AdapterConfigReader reader = new AdapterConfigReader(new Fields(file, node));
    reader.refuseUnsupported(node);
    return reader.read();
  }

  private AdapterConfig read() {
    if (!config.has("target_modules")) {
      throw config.missing("target_modules", "it says which weights are adapted");
    }
    Optional<ModuleSelection.Modules> excluded =
        config.has("exclude_modules") ? Optional.of(modules("exclude_modules")) : Optional.empty();
    Optional<List<Integer>> layers =
        config.has("layers_to_transform")
            ? Optional.of(config.naturals("layers_to_transform"))
            : Optional.empty();
    return new AdapterConfig(
        config.text("base_model_name_or_path").orElse(""),
        config.positive("r", 8),
        config.positiveReal("lora_alpha", 8),
        config.flag("use_rslora", false),
        new ModuleSelection(modules("target_modules"), excluded, layers),
        rankPattern(),
        alphaPattern());
  }

  private void refuseUnsupported(JsonNode node) {
    expect("peft_type", "LORA", "only LORA is supported");
    expect("task_type", "CAUSAL_LM", "only CAUSAL_LM is supported");
    expect("bias", "none", "trained biases are not supported");
    if (!unused(config.node("layers_pattern"))) {
      throw config.error("layers_pattern", "not supported");
    }
    JsonNode initialisation = config.node("init_lora_weights");
    if (initialisation.isString()
        && !PLAIN_INITIALISATIONS.contains(initialisation.stringValue())) {
      throw config.error("init_lora_weights", "it changes the base weights");
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!KNOWN.contains(field.getKey()) && !unused(field.getValue())) {
        throw config.error(field.getKey(), "this option is not supported");
      }
    }
  }

  private void expect(String name, String only, String why) {
    if (!config.text(name).orElse(only).equals(only)) {
      throw config.error(name, why);
    }
  }

  private static boolean unused(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || (node.isBoolean() && !node.booleanValue())
        || ((node.isContainer()) && node.isEmpty());
  }

  private ModuleSelection.Modules modules(String name) {
    if (!config.node(name).isString()) {
      return new ModuleSelection.Named(config.texts(name));
    }
    String text = config.node(name).stringValue();
    if (text.equals("all-linear")) {
      return new ModuleSelection.AllLinear();
    }
    return new ModuleSelection.Matching(pattern(name, text));
  }

  private Pattern pattern(String name, String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw config.error(name, "not a regular expression: " + e.getDescription());
    }
  }

  private Map<String, Integer> rankPattern() {
    Map<String, Integer> ranks = new LinkedHashMap<>();
    if (config.has("rank_pattern")) {
      Fields patterns = config.nested("rank_pattern");
      for (String key : keys("rank_pattern")) {
        ranks.put(key, patterns.positive(key));
      }
    }
    return ranks;
  }

  private Map<String, Double> alphaPattern() {
    Map<String, Double> alphas = new LinkedHashMap<>();
    if (config.has("alpha_pattern")) {
      Fields patterns = config.nested("alpha_pattern");
      for (String key : keys("alpha_pattern")) {
        alphas.put(key, patterns.positiveReal(key, 1.0));
      }
    }
    return alphas;
  }

  private List<String> keys(String name) {
    List<String> keys = List.copyOf(config.node(name).propertyNames());
    keys.forEach(key -> pattern(name, key));
    return keys;
  }
}
