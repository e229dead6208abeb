package glassbox.engine.decoder;

import static glassbox.engine.decoder.TinyDecoders.assertSameBits;
import static glassbox.engine.decoder.TinyDecoders.distribution;
import static glassbox.engine.decoder.TinyDecoders.generate;
import static glassbox.engine.decoder.TinyDecoders.ids;
import static glassbox.engine.decoder.TinyDecoders.load;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.reference.TinyModels;
import glassbox.engine.reference.TinyModels.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions: steps, batches, chunks and rewinds give what one forward gives. */
class DecoderSessionTest {

  private static final float TOLERANCE = 1e-4f;

  @TempDir Path folder = Path.of("");

  static Stream<Arguments> kinds() {
    return Backends.times(
        Kind.GPT2, Kind.LLAMA, Kind.MISTRAL_WINDOW, Kind.QWEN2, Kind.QWEN3, Kind.QWEN3_MOE);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void oneTokenAtATimeEqualsOneFullForward(Kind kind, Backend backend) throws Exception {
    int[] ids = ids(1, 40);
    try (Decoder decoder = load(folder, kind, backend);
        ForwardSession whole = decoder.open(new int[] {1}, SessionOptions.PLAIN);
        ForwardSession stepwise = decoder.open(new int[] {1}, SessionOptions.PLAIN)) {
      Forward full = whole.appendAll(new int[][] {ids});
      for (int i = 0; i < ids.length; i++) {
        float[] step = stepwise.append(new int[][] {{ids[i]}}).logProbs();
        assertThat(step).containsExactly(distribution(full, 0, i), within(TOLERANCE));
      }
      assertThat(stepwise.position()).isEqualTo(40);
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void aRowInABatchEqualsTheRowAlone(Backend backend) throws Exception {
    int[] lanes = {0, 1, 2};
    int[][] prompt = {ids(1, 12), ids(2, 12), ids(3, 12)};
    try (Decoder decoder = load(folder, Kind.LLAMA, backend);
        ForwardSession batch = decoder.open(lanes, SessionOptions.PLAIN)) {
      Forward together = batch.append(prompt);
      for (int row = 0; row < lanes.length; row++) {
        try (ForwardSession alone = decoder.open(new int[] {lanes[row]}, SessionOptions.PLAIN)) {
          Forward single = alone.append(new int[][] {prompt[row]});
          assertThat(distribution(together, row, 0))
              .containsExactly(single.logProbs(), within(TOLERANCE));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void theSameShapeGivesTheSameBits(Backend backend) throws Exception {
    try (Decoder decoder = load(folder, Kind.LLAMA, backend);
        Decoder again = load(folder, Kind.LLAMA, backend)) {
      List<float[]> first = generate(decoder, 1);
      assertSameBits(generate(decoder, 1), first);
      assertSameBits(generate(again, 1), first);
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void concurrentSessionsGiveTheBitsOfSerialOnes(Backend backend) throws Exception {
    try (Decoder decoder = load(folder, Kind.QWEN3, backend);
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

  @ParameterizedTest
  @EnumSource(Backend.class)
  void chunksOfALongPromptEqualOnePass(Backend backend) throws Exception {
    int[] lanes = {1, 0};
    int[][] prompt = {ids(1, 50), ids(2, 50)};
    try (Decoder decoder = load(folder, Kind.LLAMA, backend);
        ForwardSession whole = decoder.open(lanes, SessionOptions.TRACED);
        ForwardSession chunked = decoder.open(lanes, SessionOptions.TRACED, 10_000)) {
      Forward expected = whole.appendAll(prompt);
      Forward actual = chunked.appendAll(prompt);
      assertThat(actual.logProbs()).containsExactly(expected.logProbs(), within(TOLERANCE));
      assertThat(actual.logNormalizers())
          .containsExactly(expected.logNormalizers(), within(TOLERANCE));
      assertThat(chunked.append(new int[][] {{5}, {6}}).logProbs())
          .containsExactly(whole.append(new int[][] {{5}, {6}}).logProbs(), within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void refusesWhatDoesNotFitAndStaysAsItWas(Backend backend) throws Exception {
    try (Decoder decoder = load(folder, Kind.LLAMA, backend);
        ForwardSession session = decoder.open(new int[] {0, 1}, SessionOptions.PLAIN)) {
      session.append(new int[][] {{1, 2}, {3, 4}});
      refuses(session, new int[][] {{1}});
      refuses(session, new int[][] {{}, {}});
      refuses(session, new int[][] {{1}, {1, 2}});
      refuses(session, new int[][] {{1}, {-1}});
      refuses(session, new int[][] {{1}, {TinyModels.VOCABULARY}});
      refuses(session, new int[2][TinyModels.CONTEXT]);
      assertThat(session.position()).isEqualTo(2);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> decoder.open(new int[] {3}, SessionOptions.PLAIN));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> decoder.open(new int[0], SessionOptions.PLAIN));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void afterARewindTheSharedBeginningServesAgain(Kind kind, Backend backend) throws Exception {
    int[] shared = ids(1, 20);
    int[] ending = ids(2, 9);
    int[] lanes = {0, 1};
    try (Decoder decoder = load(folder, kind, backend);
        ForwardSession session = decoder.open(lanes, SessionOptions.PLAIN);
        ForwardSession fresh = decoder.open(lanes, SessionOptions.PLAIN)) {
      session.append(new int[][] {shared, shared});
      session.append(new int[][] {ids(3, 30), ids(4, 30)});
      session.rewind(shared.length);
      assertThat(session.position()).isEqualTo(shared.length);
      fresh.append(new int[][] {shared, shared});
      assertThat(session.appendAll(new int[][] {ending, ending}).logProbs())
          .isEqualTo(fresh.appendAll(new int[][] {ending, ending}).logProbs());
      assertThatIllegalArgumentException().isThrownBy(() -> session.rewind(30));
      assertThatIllegalArgumentException().isThrownBy(() -> session.rewind(-1));
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void tracingChangesNoBit(Backend backend) throws Exception {
    int[][] prompt = {ids(1, 12), ids(2, 12)};
    try (Decoder decoder = load(folder, Kind.LLAMA, backend);
        ForwardSession plain = decoder.open(new int[] {0, 2}, SessionOptions.PLAIN);
        ForwardSession traced = decoder.open(new int[] {0, 2}, SessionOptions.TRACED)) {
      assertThat(traced.appendAll(prompt).logProbs()).isEqualTo(plain.appendAll(prompt).logProbs());
      int[][] next = {{3}, {4}};
      assertThat(traced.append(next).logProbs()).isEqualTo(plain.append(next).logProbs());
    }
  }

  private static void refuses(ForwardSession session, int[][] ids) {
    assertThatIllegalArgumentException().isThrownBy(() -> session.append(ids));
  }
}
