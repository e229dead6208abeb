package glassbox.engine.decoder;

import static glassbox.engine.decoder.TinyDecoders.assertSameBits;
import static glassbox.engine.decoder.TinyDecoders.generate;
import static glassbox.engine.decoder.TinyDecoders.ids;
import static glassbox.engine.decoder.TinyDecoders.load;
import static glassbox.engine.decoder.TinyDecoders.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.CheckpointException;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.reference.TinyModels;
import glassbox.engine.reference.TinyModels.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Backends, precisions and shapes that can be had, and those that are refused. */
class DecoderOptionsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void compiledRunsWhereItIsCovered() throws Exception {
    try (Decoder llama = load(folder, Kind.LLAMA, Backend.COMPILED);
        Decoder gpt2 = load(folder, Kind.GPT2, Backend.COMPILED);
        Decoder arrays = load(folder, Kind.LLAMA, Backend.ARRAYS)) {
      assertThat(llama.backend()).isEqualTo(Backend.COMPILED);
      assertThat(gpt2.backend()).isEqualTo(Backend.ARRAYS);
      assertThat(arrays.backend()).isEqualTo(Backend.ARRAYS);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"LLAMA", "LLAMA_TIED_BIASED", "MISTRAL_WINDOW", "QWEN2", "QWEN3"})
  void halfPrecisionStaysCloseAndReplaysItsBits(Kind kind) throws Exception {
    DecoderOptions half = new DecoderOptions(1, Backend.COMPILED, Precision.BF16);
    try (Decoder exact = load(folder, kind, Backend.COMPILED);
        Decoder decoder = load(folder, kind, half)) {
      List<float[]> first = generate(decoder, 1);
      assertSameBits(generate(decoder, 1), first);
      int[][] prompt = {ids(1, 30), ids(2, 30), ids(3, 30)};
      try (ForwardSession fine = exact.open(new int[] {0, 1, 2}, SessionOptions.TRACED);
          ForwardSession coarse = decoder.open(new int[] {0, 1, 2}, SessionOptions.TRACED)) {
        float[] expected = fine.appendAll(prompt).logProbs();
        float[] actual = coarse.appendAll(prompt).logProbs();
        assertThat(meanDifference(actual, expected)).isBetween(1e-5, 0.1);
      }
    }
  }

  private static double meanDifference(float[] actual, float[] expected) {
    double sum = 0;
    for (int i = 0; i < actual.length; i++) {
      sum += Math.abs(actual[i] - expected[i]);
    }
    return sum / actual.length;
  }

  @Test
  void refusesHalfPrecisionWhereItIsNotToBeHad() throws Exception {
    DecoderOptions half = new DecoderOptions(1, Backend.COMPILED, Precision.BF16);
    assertThatIllegalArgumentException().isThrownBy(() -> load(folder, Kind.GPT2, half));
    ModelDirectory llama = model(folder, Kind.LLAMA);
    assertThatIllegalArgumentException().isThrownBy(() -> Decoder.stacked(List.of(llama), half));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DecoderOptions(1, Backend.ARRAYS, Precision.BF16));
  }

  @Test
  void refusesAnAdapterOnExpertsByName() throws Exception {
    ModelDirectory model = model(folder, Kind.QWEN3_MOE);
    Path directory = folder.resolve("on-experts");
    AdapterDirectory adapter =
        AdapterDirectory.open(
            TinyModels.writeAdapter(directory, Kind.QWEN3_MOE, 2, List.of("up_proj"), 1));
    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(() -> Decoder.load(model, List.of(adapter), DecoderOptions.defaults()))
        .withMessageContaining("target_modules reaches UP of expert 0 in layer 0");
  }

  @Test
  void refusesToStackDifferentShapes() throws Exception {
    ModelDirectory llama = model(folder, Kind.LLAMA);
    ModelDirectory qwen = model(folder, Kind.QWEN3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decoder.stacked(List.of(llama, qwen), DecoderOptions.defaults()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decoder.stacked(List.of(), DecoderOptions.defaults()));
  }
}
