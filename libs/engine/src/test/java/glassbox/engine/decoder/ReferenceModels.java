package glassbox.engine.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.SessionOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Models with outputs that transformers and peft computed; beside the repository, if there. */
final class ReferenceModels {
  static final List<String> NAMES =
      List.of(
          "gpt2-tiny",
          "llama-tiny",
          "llama-tiny-bf16",
          "qwen2-tiny",
          "qwen3-tiny",
          "qwen3-moe-tiny");

  private ReferenceModels() {}

  record Case(
      int[] ids,
      double[] lastLogits,
      double[] tokenLogProbs,
      double[] norms,
      List<double[]> routers,
      int[] greedy) {}

  static Optional<Path> folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path models = at.resolveSibling("shared").resolve("reference-models");
      if (Files.isDirectory(models)) {
        return Optional.of(models);
      }
    }
    System.out.println("skipped: no folder shared/reference-models beside the repository");
    return Optional.empty();
  }

  static Decoder load(Backend backend, Path model, Path... adapters) {
    List<AdapterDirectory> lanes = new ArrayList<>();
    for (Path adapter : adapters) {
      lanes.add(AdapterDirectory.open(adapter));
    }
    return Decoder.load(ModelDirectory.open(model), lanes, Backends.f32(backend));
  }

  static List<Case> cases(Path directory) {
    JsonNode root = JsonMapper.shared().readTree(directory.resolve("reference.json").toFile());
    List<Case> cases = new ArrayList<>();
    for (JsonNode node : root.get("cases")) {
      List<double[]> routers = new ArrayList<>();
      if (node.has("router_probs_last_position")) {
        node.get("router_probs_last_position").forEach(layer -> routers.add(doubles(layer)));
      }
      cases.add(
          new Case(
              ints(node.get("ids")),
              doubles(node.get("last_logits")),
              doubles(node.get("token_log_probs")),
              doubles(node.get("hidden_norms_last_position")),
              routers,
              ints(node.get("greedy_ids"))));
    }
    assertThat(cases).isNotEmpty();
    return cases;
  }

  /** The ids that come out when the most probable is taken each time. */
  static int[] greedy(ForwardModel model, int lane, int[] prompt, int count) {
    int[] greedy = new int[count];
    try (var session = model.open(new int[] {lane}, SessionOptions.PLAIN)) {
      int[] next = prompt;
      for (int i = 0; i < count; i++) {
        greedy[i] = argmax(session.append(new int[][] {next}).logProbs());
        next = new int[] {greedy[i]};
      }
    }
    return greedy;
  }

  static int argmax(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  static double[] logSoftmax(double[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit - max);
    }
    double[] result = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      result[i] = logits[i] - max - Math.log(sum);
    }
    return result;
  }

  /** Empty when the reference does not state them. */
  private static double[] doubles(@Nullable JsonNode array) {
    if (array == null) {
      return new double[0];
    }
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }

  private static int[] ints(@Nullable JsonNode array) {
    if (array == null) {
      return new int[0];
    }
    int[] values = new int[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asInt();
    }
    return values;
  }
}
