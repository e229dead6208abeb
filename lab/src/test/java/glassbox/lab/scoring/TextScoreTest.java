package glassbox.lab.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.ledger.block.SamplerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Against outputs of the transformers library, where the reference models lie beside the
 * repository.
 */
class TextScoreTest {

  private static final double TOLERANCE = 1e-4;

  @TestFactory
  Stream<DynamicTest> scoresAsTransformersDoes() throws IOException {
    Optional<Path> models = referenceModels();
    if (models.isEmpty()) {
      System.out.println("no reference models beside the repository: nothing compared");
      return Stream.empty();
    }
    try (var directories = Files.list(models.get())) {
      return directories
          .filter(directory -> Files.exists(directory.resolve("reference.json")))
          .sorted()
          .toList()
          .stream()
          .map(
              directory ->
                  DynamicTest.dynamicTest(
                      directory.getFileName().toString(), () -> compare(directory, null)));
    }
  }

  @TestFactory
  Stream<DynamicTest> scoresAdaptersAsPeftDoes() {
    Optional<Path> models = referenceModels();
    if (models.isEmpty()) {
      System.out.println("no reference models beside the repository: nothing compared");
      return Stream.empty();
    }
    Path base = models.get().resolve("llama-tiny");
    return Stream.of("adapter-r4", "adapter-all")
        .map(name -> DynamicTest.dynamicTest(name, () -> compare(base, base.resolve(name))));
  }

  private static void compare(Path directory, @Nullable Path adapter) throws IOException {
    List<JsonNode> texts = cases(directory);
    List<JsonNode> expected = adapter == null ? texts : cases(adapter);
    assertThat(expected).hasSameSizeAs(texts).isNotEmpty();
    try (LoadedModel model = LoadedModel.open(directory, adapter)) {
      double largest = 0;
      for (int i = 0; i < texts.size(); i++) {
        String text = texts.get(i).get("text").asString();
        largest = Math.max(largest, compare(model, text, expected.get(i)));
      }
      Path shown = adapter == null ? directory : adapter;
      System.out.printf("lab score, %s: largest difference %.2e%n", shown.getFileName(), largest);
      assertThat(largest).isLessThan(TOLERANCE);
    }
  }

  private static List<JsonNode> cases(Path directory) throws IOException {
    String json = Files.readString(directory.resolve("reference.json"));
    return JsonMapper.builder().build().readTree(json).get("cases").valueStream().toList();
  }

  /** Adapters' cases hold ids and logits alone; the texts are their base's. */
  private static double compare(LoadedModel model, String text, JsonNode expected) {
    TextScore score = TextScore.of(model, text);
    assertThat(score.ids()).isEqualTo(integers(expected.get("ids")));
    double largest = difference(score.lastLogits(), expected.get("last_logits"));
    if (expected.has("greedy_ids")) {
      List<Integer> greedy = integers(expected.get("greedy_ids"));
      var settings = new SamplerSettings(1, 1, false, 0);
      assertThat(Continuation.of(model, text, greedy.size(), settings).ids()).isEqualTo(greedy);
      largest =
          Math.max(largest, difference(score.tokenLogProbs(), expected.get("token_log_probs")));
      largest =
          Math.max(
              largest, difference(score.hiddenNorms(), expected.get("hidden_norms_last_position")));
    }
    if (expected.has("router_probs_last_position")) {
      JsonNode routers = expected.get("router_probs_last_position");
      assertThat(score.routerProbabilities()).hasSize(routers.size());
      for (int layer = 0; layer < routers.size(); layer++) {
        double now = difference(score.routerProbabilities().get(layer), routers.get(layer));
        largest = Math.max(largest, now);
      }
    }
    return largest;
  }

  private static double difference(List<Double> actual, JsonNode expected) {
    List<Double> wanted = doubles(expected);
    assertThat(actual).hasSameSizeAs(wanted);
    return IntStream.range(0, wanted.size())
        .mapToDouble(i -> Math.abs(actual.get(i) - wanted.get(i)))
        .max()
        .orElse(0);
  }

  private static List<Double> doubles(JsonNode array) {
    return array.valueStream().map(JsonNode::asDouble).toList();
  }

  private static List<Integer> integers(JsonNode array) {
    return array.valueStream().map(JsonNode::asInt).toList();
  }

  private static Optional<Path> referenceModels() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolveSibling("shared").resolve("reference-models");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
