package glassbox.engine.decoder;

import static glassbox.engine.decoder.TinyLegible.EVERYTHING;
import static glassbox.engine.decoder.TinyLegible.WATCHED;
import static glassbox.engine.decoder.TinyLegible.adapter;
import static glassbox.engine.decoder.TinyLegible.all;
import static glassbox.engine.decoder.TinyLegible.ids;
import static glassbox.engine.decoder.TinyLegible.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.reference.ReferenceDecoder;
import glassbox.engine.reference.TinyBottlenecks;
import glassbox.engine.reference.TinyModels;
import glassbox.engine.reference.TinyModels.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions with codes or legible routing: what they cost, refuse and run on. */
class LegibleSessionTest {
  @TempDir Path folder = Path.of("");

  @Test
  void watchingDoesNotChangeWhatIsWatched() throws Exception {
    ModelDirectory model = model(folder, Kind.QWEN3, 1, TinyBottlenecks.random(40, 6, 3));
    int[][] ids = ids(new SplittableRandom(9), 2, 30);
    DecoderOptions arrays = new DecoderOptions(1, Backend.ARRAYS, Precision.F32);
    try (ForwardModel fast = Decoder.load(model, List.of(), arrays);
        ForwardModel slow = ReferenceDecoder.load(model, List.of())) {
      for (ForwardModel each : List.of(fast, slow)) {
        float[] plain = all(each, SessionOptions.PLAIN, ids).logProbs();
        assertThat(all(each, WATCHED, ids).logProbs()).containsExactly(plain);
        assertThat(all(each, SessionOptions.LEGIBLE, ids).logProbs()).isNotEqualTo(plain);
      }
    }
  }

  @Test
  void leavesNoArrayBehind() throws Exception {
    ModelDirectory model = model(folder, Kind.LLAMA, 1, TinyBottlenecks.random(40, 6, 3));
    AdapterDirectory own = adapter(folder, 2);
    TinyBottlenecks.write(own.path(), TinyBottlenecks.random(28, 4, 5));
    int[][] one = {{3}, {5}};
    try (Decoder decoder = Decoder.load(model, List.of(own), DecoderOptions.defaults())) {
      decoder.open(new int[] {0, 1}, EVERYTHING).close(); // loads the arrays
      int before = decoder.nativeArrays();
      try (ForwardSession session = decoder.open(new int[] {0, 1}, EVERYTHING)) {
        session.append(one);
        int held = decoder.nativeArrays();
        for (int step = 0; step < 1000; step++) {
          session.rewind(step % TinyModels.CONTEXT);
          session.append(one);
        }
        assertThat(decoder.nativeArrays()).isEqualTo(held);
      }
      assertThat(decoder.nativeArrays()).isEqualTo(before);
    }
  }

  @Test
  void refusesAnOpaqueLane() throws Exception {
    ModelDirectory model = model(folder, Kind.LLAMA, 1, TinyBottlenecks.random(40, 6, 3));
    ModelDirectory opaque =
        ModelDirectory.open(TinyModels.write(folder.resolve("opaque"), Kind.LLAMA, 2));
    try (ForwardModel fast =
            Decoder.load(opaque, List.of(adapter(folder, 3)), DecoderOptions.defaults());
        ForwardModel stack = Decoder.stacked(List.of(model, opaque), DecoderOptions.defaults());
        ForwardModel slow = ReferenceDecoder.load(opaque, List.of(adapter(folder, 3)))) {
      for (ForwardModel each : List.of(fast, slow, stack)) {
        assertThat(each.channel(1)).isEmpty();
        for (SessionOptions options : List.of(SessionOptions.LEGIBLE, WATCHED)) {
          assertThatIllegalArgumentException()
              .isThrownBy(() -> each.open(new int[] {0, 1}, options))
              .withMessageMatching("lane [01] has no legible channel");
        }
      }
    }
  }

  @Test
  void runsOnTheBackendThatIsNamed() throws Exception {
    ModelDirectory model = model(folder, Kind.LLAMA, 1, TinyBottlenecks.random(40, 6, 3));
    int[][] ids = ids(new SplittableRandom(9), 1, 20);
    DecoderOptions onArrays = new DecoderOptions(1, Backend.ARRAYS, Precision.F32);
    try (ForwardModel compiled = Decoder.load(model, List.of(), DecoderOptions.defaults());
        ForwardModel arrays = Decoder.load(model, List.of(), onArrays)) {
      assertThat(compiled.backend(SessionOptions.PLAIN)).isEqualTo("compiled");
      assertThat(arrays.backend(SessionOptions.PLAIN)).isEqualTo("arrays");
      assertThat(compiled.backend(SessionOptions.LEGIBLE)).isEqualTo("arrays");
      assertThat(compiled.backend(SessionOptions.PLAIN.on("abacus"))).isEqualTo("compiled");
      for (String name : List.of("arrays", "compiled")) {
        SessionOptions options = SessionOptions.PLAIN.on(name);
        assertThat(arrays.backend(options)).isEqualTo(name);
        assertThat(all(arrays, options, ids).logProbs())
            .containsExactly(all(compiled, options, ids).logProbs());
      }
    }
  }
}
