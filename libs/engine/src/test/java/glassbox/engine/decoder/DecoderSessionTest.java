package glassbox.engine.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.CheckpointException;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.reference.TinyModels;
import glassbox.engine.reference.TinyModels.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecoderSessionTest {
  private static final float TOLERANCE = 1e-4f;

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"GPT2", "LLAMA", "MISTRAL_WINDOW", "QWEN3_MOE"})
  void oneTokenAtATimeEqualsOneFullForward(Kind kind) throws Exception {
    int[] ids = ids(1, 40);
    try (Decoder decoder = load(kind);
        ForwardSession whole = decoder.open(new int[] {1}, false);
        ForwardSession stepwise = decoder.open(new int[] {1}, false)) {
      Forward full = whole.appendAll(new int[][] {ids});
      for (int i = 0; i < ids.length; i++) {
        float[] step = stepwise.append(new int[][] {{ids[i]}}).logProbs();
        assertThat(step).containsExactly(distribution(full, 0, i), within(TOLERANCE));
      }
      assertThat(stepwise.position()).isEqualTo(40);
    }
  }

  @Test
  void aRowInABatchEqualsTheRowAlone() throws Exception {
    int[] lanes = {0, 1, 2};
    int[][] prompt = {ids(1, 12), ids(2, 12), ids(3, 12)};
    try (Decoder decoder = load(Kind.LLAMA);
        ForwardSession batch = decoder.open(lanes, false)) {
      Forward together = batch.append(prompt);
      for (int row = 0; row < lanes.length; row++) {
        try (ForwardSession alone = decoder.open(new int[] {lanes[row]}, false)) {
          Forward single = alone.append(new int[][] {prompt[row]});
          assertThat(distribution(together, row, 0))
              .containsExactly(single.logProbs(), within(TOLERANCE));
        }
      }
    }
  }

  @Test
  void theSameShapeGivesTheSameBits() throws Exception {
    try (Decoder decoder = load(Kind.LLAMA);
        Decoder again = load(Kind.LLAMA)) {
      List<float[]> first = generate(decoder, 1);
      assertSameBits(generate(decoder, 1), first);
      assertSameBits(generate(again, 1), first);
    }
  }

  @Test
  void concurrentSessionsGiveTheBitsOfSerialOnes() throws Exception {
    try (Decoder decoder = load(Kind.QWEN3);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<List<float[]>> serial = new ArrayList<>();
      List<Future<List<float[]>>> concurrent = new ArrayList<>();
      for (int session = 0; session < 4; session++) {
        serial.add(generate(decoder, session));
      }
      for (int session = 0; session < 4; session++) {
        int seed = session;
        concurrent.add(threads.submit(() -> generate(decoder, seed)));
      }
      for (int session = 0; session < 4; session++) {
        assertSameBits(concurrent.get(session).get(), serial.get(session));
      }
    }
  }

  @Test
  void chunksOfALongPromptEqualOnePass() throws Exception {
    int[] lanes = {1, 0};
    int[][] prompt = {ids(1, 50), ids(2, 50)};
    try (Decoder decoder = load(Kind.LLAMA);
        ForwardSession whole = decoder.open(lanes, true);
        ForwardSession chunked = decoder.open(lanes, true, 10_000)) {
      Forward expected = whole.appendAll(prompt);
      Forward actual = chunked.appendAll(prompt);
      assertThat(actual.logProbs()).containsExactly(expected.logProbs(), within(TOLERANCE));
      assertThat(actual.logNormalizers())
          .containsExactly(expected.logNormalizers(), within(TOLERANCE));
      assertThat(chunked.append(new int[][] {{5}, {6}}).logProbs())
          .containsExactly(whole.append(new int[][] {{5}, {6}}).logProbs(), within(TOLERANCE));
    }
  }

  @Test
  void aThousandStepsLeaveNoNativeArrayBehind() throws Exception {
    try (Decoder decoder = load(Kind.QWEN3_MOE)) {
      int loaded = decoder.nativeArrays();
      assertThat(loaded).isPositive();
      for (int session = 0; session < 25; session++) {
        fortySteps(decoder, session);
        assertThat(decoder.nativeArrays()).isEqualTo(loaded);
      }
    }
  }

  private static void fortySteps(Decoder decoder, int seed) {
    try (DecoderSession session =
        (DecoderSession) decoder.open(new int[] {0, 2}, true, DecoderSession.STEP_BUDGET)) {
      session.append(new int[][] {{1}, {2}});
      int held = session.nativeArrays();
      assertThat(held).isPositive();
      for (int id : ids(seed, 40)) {
        session.append(new int[][] {{id}, {id}});
        assertThat(session.nativeArrays()).isEqualTo(held);
      }
    }
  }

  @Test
  void refusesWhatDoesNotFitAndStaysAsItWas() throws Exception {
    try (Decoder decoder = load(Kind.LLAMA);
        ForwardSession session = decoder.open(new int[] {0, 1}, false)) {
      session.append(new int[][] {{1, 2}, {3, 4}});
      refuses(session, new int[][] {{1}});
      refuses(session, new int[][] {{}, {}});
      refuses(session, new int[][] {{1}, {1, 2}});
      refuses(session, new int[][] {{1}, {-1}});
      refuses(session, new int[][] {{1}, {TinyModels.VOCABULARY}});
      refuses(session, new int[2][TinyModels.CONTEXT]);
      assertThat(session.position()).isEqualTo(2);
      assertThatIllegalArgumentException().isThrownBy(() -> decoder.open(new int[] {3}, false));
      assertThatIllegalArgumentException().isThrownBy(() -> decoder.open(new int[0], false));
    }
  }

  @Test
  void refusesAnAdapterOnExpertsByName() throws Exception {
    ModelDirectory model = model(Kind.QWEN3_MOE);
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
    ModelDirectory llama = model(Kind.LLAMA);
    ModelDirectory qwen = model(Kind.QWEN3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decoder.stacked(List.of(llama, qwen), DecoderOptions.defaults()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decoder.stacked(List.of(), DecoderOptions.defaults()));
  }

  private static void refuses(ForwardSession session, int[][] ids) {
    assertThatIllegalArgumentException().isThrownBy(() -> session.append(ids));
  }

  /** A prompt of its own, then 20 greedy tokens, on three lanes. */
  private static List<float[]> generate(Decoder decoder, int seed) {
    List<float[]> all = new ArrayList<>();
    try (ForwardSession session = decoder.open(new int[] {0, 1, 2}, false)) {
      int[] next = ids(seed, 10);
      for (int i = 0; i < 20; i++) {
        float[] logProbs = session.append(new int[][] {next, next, next}).logProbs();
        all.add(logProbs);
        next = new int[] {ReferenceModels.argmax(logProbs) % TinyModels.VOCABULARY};
      }
    }
    return all;
  }

  private static void assertSameBits(List<float[]> actual, List<float[]> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(Arrays.equals(actual.get(i), expected.get(i))).isTrue();
    }
  }

  private static float[] distribution(Forward forward, int row, int position) {
    int offset = forward.offset(row, position);
    return Arrays.copyOfRange(forward.logProbs(), offset, offset + forward.vocabularySize());
  }

  private Decoder load(Kind kind) throws Exception {
    List<String> modules =
        kind == Kind.GPT2 ? List.of("c_attn", "c_proj") : List.of("q_proj", "v_proj", "o_proj");
    List<AdapterDirectory> adapters = new ArrayList<>();
    for (int rank = 2; rank <= 3; rank++) {
      Path directory = folder.resolve(kind + "-adapter-" + rank);
      adapters.add(
          AdapterDirectory.open(TinyModels.writeAdapter(directory, kind, rank, modules, rank)));
    }
    return Decoder.load(model(kind), adapters, DecoderOptions.defaults());
  }

  private ModelDirectory model(Kind kind) throws Exception {
    return ModelDirectory.open(TinyModels.write(folder.resolve(kind.name()), kind, 1));
  }

  private static int[] ids(long seed, int count) {
    return new SplittableRandom(seed).ints(count, 0, TinyModels.VOCABULARY).toArray();
  }
}
