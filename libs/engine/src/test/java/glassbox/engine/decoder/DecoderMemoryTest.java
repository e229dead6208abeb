package glassbox.engine.decoder;

import static glassbox.engine.decoder.TinyDecoders.ids;
import static glassbox.engine.decoder.TinyDecoders.load;
import static org.assertj.core.api.Assertions.assertThat;

import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.reference.TinyModels.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Native memory: sessions give back all that they take. */
class DecoderMemoryTest {
  @TempDir Path folder = Path.of("");

  static Stream<Arguments> leakKinds() {
    return Stream.of(
        Arguments.of(Kind.QWEN3_MOE, Backend.ARRAYS), Arguments.of(Kind.QWEN3, Backend.COMPILED));
  }

  @ParameterizedTest
  @MethodSource("leakKinds")
  void aThousandStepsLeaveNoNativeArrayBehind(Kind kind, Backend backend) throws Exception {
    try (Decoder decoder = load(folder, kind, backend)) {
      int loaded = decoder.nativeArrays();
      assertThat(loaded).isPositive();
      for (int session = 0; session < 25; session++) {
        fortySteps(decoder, session);
        assertThat(decoder.nativeArrays()).isEqualTo(loaded);
      }
    }
  }

  /** What the native engine does not count: a leaked cache has 50 kB here. */
  @ParameterizedTest
  @EnumSource(Backend.class)
  void twoThousandSessionsLeaveNoMemoryBehind(Backend backend) throws Exception {
    try (Decoder decoder = load(folder, Kind.LLAMA, backend)) {
      openAndClose(decoder, 200);
      long before = residentBytes();
      openAndClose(decoder, 2000);
      assertThat(residentBytes() - before).isLessThan(60L << 20);
    }
  }

  private static void openAndClose(Decoder decoder, int sessions) {
    for (int i = 0; i < sessions; i++) {
      try (ForwardSession session = decoder.open(new int[] {0, 1}, SessionOptions.PLAIN)) {
        session.append(new int[][] {{1}, {2}});
      }
    }
  }

  /** Of this process, from the second number of statm, in pages of 4 kB. */
  private static long residentBytes() throws IOException {
    return 4096L * Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
  }

  private static void fortySteps(Decoder decoder, int seed) {
    try (DecoderSession session =
        (DecoderSession)
            decoder.open(new int[] {0, 2}, SessionOptions.TRACED, DecoderSession.STEP_BUDGET)) {
      session.append(new int[][] {{1}, {2}});
      int held = session.nativeArrays();
      assertThat(held).isPositive();
      for (int id : ids(seed, 40)) {
        session.append(new int[][] {{id}, {id}});
        assertThat(session.nativeArrays()).isEqualTo(held);
      }
    }
  }
}
