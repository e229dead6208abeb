package glassbox.engine.checkpoint;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A PEFT LoRA configuration (adapter_config.json).
 *
 * @param base base_model_name_or_path as written; informative only
 * @param rank the default rank
 * @param alpha the default alpha
 * @param rslora scale by alpha / sqrt(rank) instead of alpha / rank
 * @param selection which modules are adapted
 * @param rankPattern ranks of modules whose name ends in a match of the key
 * @param alphaPattern alphas of modules whose name ends in a match of the key
 */
public record AdapterConfig(
    String base,
    int rank,
    double alpha,
    boolean rslora,
    ModuleSelection selection,
    Map<String, Integer> rankPattern,
    Map<String, Double> alphaPattern) {
  static final String FILE = "adapter_config.json";

  public AdapterConfig {
    rankPattern = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rankPattern));
    alphaPattern = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(alphaPattern));
  }

  /**
   * Reads {@code directory}/adapter_config.json.
   *
   * @throws CheckpointException when it is absent, malformed, or uses an option not supported
   */
  public static AdapterConfig read(Path directory) {
    return AdapterConfigReader.read(directory.resolve(FILE));
  }

  /** Whether the module with this full name (model.layers.0.self_attn.q_proj) is adapted. */
  public boolean targets(String module) {
    return selection.selects(module);
  }

  public int rank(String module) {
    return firstMatch(rankPattern, module, rank);
  }

  public double alpha(String module) {
    return firstMatch(alphaPattern, module, alpha);
  }

  /** What B (A x) is multiplied with. */
  public double scaling(String module) {
    double rankOfModule = rank(module);
    return alpha(module) / (rslora ? Math.sqrt(rankOfModule) : rankOfModule);
  }

  private static <T> T firstMatch(Map<String, T> patterns, String module, T otherwise) {
    Set<Map.Entry<String, T>> entries = patterns.entrySet();
    return entries.stream()
        .filter(e -> Pattern.matches("(.*\\.)?(" + e.getKey() + ")", module))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(otherwise);
  }
}
