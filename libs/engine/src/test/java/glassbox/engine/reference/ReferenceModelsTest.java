package glassbox.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.checkpoint.RotaryPrecision;
import glassbox.engine.text.Tokenizer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The readable decoder against outputs of transformers. */
class ReferenceModelsTest {
  private static final double TOLERANCE = 1e-4;

  private static Path models() {
    return SharedModels.directory()
        .orElseGet(
            () -> {
              System.out.println("reference models are not beside the repository: not compared");
              return abort("no reference models");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt2-tiny",
        "llama-tiny",
        "llama-tiny-bf16",
        "qwen2-tiny",
        "qwen3-tiny",
        "qwen3-moe-tiny"
      })
  void agreesWithTransformers(String name) {
    Path directory = models().resolve(name);
    try (var decoder = ReferenceDecoder.load(ModelDirectory.open(directory), List.of());
        Tokenizer tokenizer = Tokenizer.load(directory)) {
      List<ReferenceCase> cases = ReferenceCase.read(directory);
      expectAgreement(name, decoder, 0, cases);
      for (ReferenceCase each : cases) {
        assertThat(tokenizer.encode(each.text())).containsExactly(each.ids());
        assertThat(tokenizer.decode(each.ids())).isEqualTo(each.text());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"adapter-r4", "adapter-all"})
  void agreesWithPeft(String name) {
    Path base = models().resolve("llama-tiny");
    Path adapter = base.resolve(name);
    try (var decoder =
        ReferenceDecoder.load(ModelDirectory.open(base), List.of(AdapterDirectory.open(adapter)))) {
      expectAgreement("llama-tiny/" + name, decoder, 1, ReferenceCase.read(adapter));
      expectAgreement("llama-tiny beside it", decoder, 0, ReferenceCase.read(base));
    }
  }

  @Test
  void differsByTheRoundingOfTheFrequenciesOnly() {
    Path directory = models().resolve("llama-tiny-bf16");
    ModelDirectory exact = ModelDirectory.open(directory, RotaryPrecision.FLOAT32);
    try (var decoder = ReferenceDecoder.load(exact, List.of())) {
      var comparison = ReferenceComparison.of(decoder, 0, ReferenceCase.read(directory));
      System.out.printf(
          "reference llama-tiny-bf16 with f32 frequencies: %.2e%n", comparison.largest());
      assertThat(comparison.largest()).isBetween(TOLERANCE, 1e-3);
    }
  }

  private static void expectAgreement(
      String name, ReferenceDecoder decoder, int lane, List<ReferenceCase> cases) {
    var comparison = ReferenceComparison.of(decoder, lane, cases);
    System.out.printf(
        "reference %s: largest difference %.2e (logits %.2e, log-probs %.2e, norms %.2e,"
            + " routers %.2e) in %d cases%n",
        name,
        comparison.largest(),
        comparison.logits(),
        comparison.tokenLogProbs(),
        comparison.norms(),
        comparison.routers(),
        comparison.cases());
    assertThat(comparison.cases()).isPositive();
    assertThat(comparison.largest()).isLessThan(TOLERANCE);
    assertThat(comparison.greedyEqual()).isTrue();
  }
}
