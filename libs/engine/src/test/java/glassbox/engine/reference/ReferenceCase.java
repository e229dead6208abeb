package glassbox.engine.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One case of a reference.json; what it does not state is empty. */
public final class ReferenceCase {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JsonNode node;

  private ReferenceCase(JsonNode node) {
    this.node = node;
  }

  public static List<ReferenceCase> read(Path directory) {
    List<ReferenceCase> cases = new ArrayList<>();
    JsonNode root = MAPPER.readTree(directory.resolve("reference.json").toFile());
    root.path("cases").forEach(node -> cases.add(new ReferenceCase(node)));
    return cases;
  }

  public String text() {
    return node.path("text").asString("");
  }

  public int[] ids() {
    return ints("ids");
  }

  public int[] greedyIds() {
    return ints("greedy_ids");
  }

  public double[] lastLogits() {
    return doubles(node.path("last_logits"));
  }

  /** Of ids[1:]. */
  public double[] tokenLogProbs() {
    return doubles(node.path("token_log_probs"));
  }

  public double[] norms() {
    return doubles(node.path("hidden_norms_last_position"));
  }

  public List<double[]> routerProbabilities() {
    List<double[]> layers = new ArrayList<>();
    node.path("router_probs_last_position").forEach(layer -> layers.add(doubles(layer)));
    return layers;
  }

  private int[] ints(String name) {
    List<Integer> values = new ArrayList<>();
    node.path(name).forEach(item -> values.add(item.intValue()));
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] doubles(JsonNode list) {
    List<Double> values = new ArrayList<>();
    list.forEach(item -> values.add(item.doubleValue()));
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
