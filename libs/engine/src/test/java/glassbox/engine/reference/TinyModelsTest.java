package glassbox.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.LayerTrace;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.reference.TinyModels.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws that hold for every kind of model. */
class TinyModelsTest {
  private static final int[] IDS = {1, 20, 33, 47, 21, 90, 5, 61, 18, 40};

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void givesProbabilitiesAndATrace(Kind kind) throws IOException {
    try (var decoder = load(kind);
        ForwardSession session = decoder.open(new int[] {0}, SessionOptions.TRACED)) {
      Forward forward = session.appendAll(new int[][] {IDS});
      for (int position = 0; position < IDS.length; position++) {
        double sum = 0;
        for (int id = 0; id < forward.vocabularySize(); id++) {
          sum += Math.exp(forward.logProbs()[forward.offset(0, position) + id]);
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
      }
      LayerTrace trace = forward.trace(0).orElseThrow();
      assertThat(trace.norms()).hasSize(4);
      assertThat(Arrays.stream(trace.norms()).allMatch(norm -> norm > 0)).isTrue();
      for (double[] router : trace.routerProbabilities()) {
        double sum = Arrays.stream(router).sum();
        assertThat(router.length == 0 ? 1 : sum).isCloseTo(1, within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void doesNotDependOnHowTokensAreFedIn(Kind kind) throws IOException {
    try (var decoder = load(kind);
        ForwardSession whole = decoder.open(new int[] {0}, SessionOptions.PLAIN);
        ForwardSession parts = decoder.open(new int[] {0}, SessionOptions.PLAIN)) {
      float[] atOnce = whole.append(new int[][] {IDS}).logProbs();
      parts.append(new int[][] {Arrays.copyOf(IDS, 4)});
      for (int i = 4; i < IDS.length - 1; i++) {
        parts.append(new int[][] {{IDS[i]}});
      }
      float[] oneByOne = parts.append(new int[][] {{IDS[IDS.length - 1]}}).logProbs();
      assertThat(oneByOne).containsExactly(atOnce);
      assertThat(parts.position()).isEqualTo(IDS.length);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyModelIsItsOwn(Kind kind) throws IOException {
    try (var first = load(kind);
        var second =
            ReferenceDecoder.load(
                ModelDirectory.open(TinyModels.write(directory.resolve("other"), kind, 8)),
                List.of())) {
      assertThat(last(first, 0)).isNotEqualTo(last(second, 0));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"MISTRAL_WINDOW", "QWEN2_WINDOW"})
  void forgetsWhatLiesBehindTheWindow(Kind kind) throws IOException {
    // Three layers of windows of at most 5 positions reach back 12 positions at most; qwen2's first
    // layer is not windowed, so there the change is still felt.
    int[] changed = new int[20];
    int[] original = new int[20];
    for (int i = 0; i < 20; i++) {
      original[i] = 12 + (7 * i) % 80;
      changed[i] = original[i];
    }
    changed[0] = 50;
    try (var decoder = load(kind)) {
      float[] before = run(decoder, original);
      float[] after = run(decoder, changed);
      if (kind == Kind.MISTRAL_WINDOW) {
        assertThat(after).containsExactly(before);
      } else {
        assertThat(after).isNotEqualTo(before);
      }
    }
  }

  @Test
  void rowsOnDifferentLanesDoNotTouchEachOther() throws IOException {
    Path base = TinyModels.write(directory.resolve("base"), Kind.LLAMA, 1);
    Path adapter =
        TinyModels.writeAdapter(
            directory.resolve("adapter"), Kind.LLAMA, 2, List.of("q_proj", "down_proj"), 2);
    try (var decoder =
        ReferenceDecoder.load(ModelDirectory.open(base), List.of(AdapterDirectory.open(adapter)))) {
      assertThat(decoder.lanes()).isEqualTo(2);
      try (ForwardSession session = decoder.open(new int[] {1, 0, 1}, SessionOptions.PLAIN)) {
        Forward forward = session.append(new int[][] {IDS, IDS, IDS});
        int size = decoder.vocabularySize();
        float[] flat = forward.logProbs();
        assertThat(Arrays.copyOfRange(flat, 0, size)).containsExactly(last(decoder, 1));
        assertThat(Arrays.copyOfRange(flat, size, 2 * size)).containsExactly(last(decoder, 0));
        assertThat(last(decoder, 0)).isNotEqualTo(last(decoder, 1));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"GPT2", "QWEN3_MOE"})
  void adaptsOtherArchitectures(Kind kind) throws IOException {
    List<String> modules =
        kind == Kind.GPT2 ? List.of("c_attn", "c_fc") : List.of("k_proj", "up_proj", "gate");
    Path base = TinyModels.write(directory.resolve("base"), kind, 1);
    Path adapter = TinyModels.writeAdapter(directory.resolve("adapter"), kind, 2, modules, 2);
    try (var decoder =
        ReferenceDecoder.load(ModelDirectory.open(base), List.of(AdapterDirectory.open(adapter)))) {
      assertThat(last(decoder, 0)).isNotEqualTo(last(decoder, 1));
    }
  }

  @Test
  void refusesWhatDoesNotFit() throws IOException {
    try (var decoder = load(Kind.LLAMA);
        ForwardSession session = decoder.open(new int[] {0}, SessionOptions.PLAIN)) {
      assertThatThrownBy(() -> decoder.open(new int[] {1}, SessionOptions.PLAIN))
          .hasMessageContaining("lane 1");
      assertThatThrownBy(() -> decoder.open(new int[0], SessionOptions.PLAIN))
          .hasMessageContaining("no rows");
      assertThatThrownBy(() -> session.append(new int[][] {{96}})).hasMessageContaining("id 96");
      assertThatThrownBy(() -> session.append(new int[][] {{-1}})).hasMessageContaining("id -1");
      assertThatThrownBy(() -> session.append(new int[][] {{}})).hasMessageContaining("rows");
      assertThatThrownBy(() -> session.append(new int[][] {new int[65]}))
          .hasMessageContaining("context of 64");
      assertThat(session.position()).isZero();
    }
  }

  @Test
  void computesTheErrorFunction() {
    assertThat(Activations.erf(0)).isZero();
    assertThat(Activations.erf(0.5)).isCloseTo(0.5204998778130465, within(1e-15));
    assertThat(Activations.erf(-2)).isCloseTo(-0.9953222650189527, within(1e-15));
    assertThat(Activations.erf(7)).isEqualTo(1);
  }

  private ReferenceDecoder load(Kind kind) throws IOException {
    Path model = TinyModels.write(directory.resolve("model"), kind, 7);
    return ReferenceDecoder.load(ModelDirectory.open(model), List.of());
  }

  private static float[] last(ReferenceDecoder decoder, int lane) {
    try (ForwardSession session = decoder.open(new int[] {lane}, SessionOptions.PLAIN)) {
      return session.append(new int[][] {IDS}).logProbs();
    }
  }

  private static float[] run(ReferenceDecoder decoder, int[] ids) {
    try (ForwardSession session = decoder.open(new int[] {0}, SessionOptions.PLAIN)) {
      return session.append(new int[][] {ids}).logProbs();
    }
  }
}
