package glassbox.engine.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.LegibleWeights;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.forward.SparseCode;
import glassbox.engine.reference.ReferenceDecoder;
import glassbox.engine.reference.TinyBottlenecks;
import glassbox.engine.reference.TinyModels;
import glassbox.engine.reference.TinyModels.Kind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Legible routing and codes: both decoders agree, and the laws of the bottleneck hold. */
class LegibleRoutingTest {
  private static final double TOLERANCE = 1e-4;
  private static final int[] LENGTHS = {9, 1, 1, 7, 1, 20};
  private static final SessionOptions EVERYTHING =
      SessionOptions.LEGIBLE.tracing(true).coding(true);
  private static final SessionOptions WATCHED = SessionOptions.PLAIN.coding(true);

  @TempDir Path folder = Path.of("");
  private double largest;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void decodersAgreeOnTheTwinAndOnCodes(Kind kind) throws Exception {
    ModelDirectory model = model(kind, 1, TinyBottlenecks.random(40, 6, 3));
    try (ForwardModel fast = Decoder.load(model, List.of(), DecoderOptions.defaults());
        ForwardModel slow = ReferenceDecoder.load(model, List.of())) {
      compare(fast, slow, new int[] {0, 0}, EVERYTHING);
      compare(fast, slow, new int[] {0, 0}, WATCHED);
    }
    System.out.printf("%-30s largest difference %.2e%n", kind + ", legible", largest);
  }

  @Test
  void lanesRunThroughTheirOwnOrTheirBasesInOneBatch() throws Exception {
    ModelDirectory model = model(Kind.LLAMA, 1, TinyBottlenecks.random(40, 6, 3));
    AdapterDirectory own = adapter(2);
    TinyBottlenecks.write(own.path(), TinyBottlenecks.random(28, 4, 5));
    List<AdapterDirectory> adapters = List.of(own, adapter(3));
    int[] lanes = {2, 1, 1, 0, 2};
    try (ForwardModel fast = Decoder.load(model, adapters, DecoderOptions.defaults());
        ForwardModel slow = ReferenceDecoder.load(model, adapters)) {
      for (ForwardModel each : List.of(fast, slow)) {
        assertThat(each.channel(0).orElseThrow().own()).isTrue();
        assertThat(each.channel(1).orElseThrow().own()).isTrue();
        assertThat(each.channel(1).orElseThrow().config().atoms()).isEqualTo(28);
        assertThat(each.channel(2).orElseThrow().own()).isFalse();
        assertThat(each.channel(2).orElseThrow().config().atoms()).isEqualTo(40);
      }
      compare(fast, slow, lanes, EVERYTHING);
      compare(fast, slow, lanes, WATCHED);
    }
  }

  @Test
  void stackedModelsRunThroughTheirOwn() throws Exception {
    ModelDirectory first = model(Kind.LLAMA, 1, TinyBottlenecks.random(40, 6, 3));
    ModelDirectory second = model(Kind.LLAMA, 2, TinyBottlenecks.random(28, 4, 5));
    try (ForwardModel stack = Decoder.stacked(List.of(first, second), DecoderOptions.defaults());
        ForwardModel slowFirst = ReferenceDecoder.load(first, List.of());
        ForwardModel slowSecond = ReferenceDecoder.load(second, List.of())) {
      List<ForwardModel> each = List.of(slowFirst, slowSecond);
      int[] lanes = {1, 0, 1};
      int[][] ids = ids(new SplittableRandom(7), lanes.length, 12);
      try (ForwardSession all = stack.open(lanes, EVERYTHING)) {
        Forward actual = all.appendAll(ids);
        for (int row = 0; row < lanes.length; row++) {
          try (ForwardSession one = each.get(lanes[row]).open(new int[] {0}, EVERYTHING)) {
            check(one.appendAll(new int[][] {ids[row]}), 0, actual, row);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatExplainsEverythingChangesNothing(Kind kind) throws Exception {
    ModelDirectory model = model(kind, 1, TinyBottlenecks.exact(4));
    try (ForwardModel fast = Decoder.load(model, List.of(), DecoderOptions.defaults());
        ForwardModel slow = ReferenceDecoder.load(model, List.of())) {
      int[][] ids = ids(new SplittableRandom(9), 1, 30);
      for (ForwardModel each : List.of(fast, slow)) {
        float[] full = all(each, SessionOptions.PLAIN, ids).logProbs();
        assertClose(all(each, SessionOptions.LEGIBLE, ids).logProbs(), full);
      }
    }
  }

  @Test
  void watchingDoesNotChangeWhatIsWatched() throws Exception {
    ModelDirectory model = model(Kind.QWEN3, 1, TinyBottlenecks.random(40, 6, 3));
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
  void oneForwardEqualsOneTokenAtATime() throws Exception {
    ModelDirectory model = model(Kind.MISTRAL_WINDOW, 1, TinyBottlenecks.random(40, 6, 3));
    int[][] ids = ids(new SplittableRandom(11), 2, 25);
    try (ForwardModel fast = Decoder.load(model, List.of(), DecoderOptions.defaults());
        ForwardSession stepwise = fast.open(new int[] {0, 0}, EVERYTHING);
        ForwardSession chunked = ((Decoder) fast).open(new int[] {0, 0}, EVERYTHING, 5_000)) {
      Forward whole = all(fast, EVERYTHING, ids);
      Forward inChunks = chunked.appendAll(ids);
      for (int t = 0; t < 25; t++) {
        int at = t;
        Forward step =
            stepwise.append(
                Arrays.stream(ids).map(row -> new int[] {row[at]}).toArray(int[][]::new));
        for (int row = 0; row < 2; row++) {
          checkPosition(whole, row, t, step, row, 0);
          checkPosition(whole, row, t, inChunks, row, t);
        }
      }
    }
  }

  @Test
  void reportsTheLastPositionAlone() throws Exception {
    ModelDirectory model = model(Kind.LLAMA, 1, TinyBottlenecks.random(40, 6, 3));
    int[][] ids = ids(new SplittableRandom(11), 2, 12);
    try (ForwardModel fast = Decoder.load(model, List.of(), DecoderOptions.defaults())) {
      for (SessionOptions options : List.of(EVERYTHING, WATCHED)) {
        try (ForwardSession session = fast.open(new int[] {0, 0}, options)) {
          Forward last = session.append(ids);
          Forward every = all(fast, options, ids);
          assertThat(last.codes()).hasSize(2);
          for (int row = 0; row < 2; row++) {
            checkPosition(every, row, 11, last, row, 0);
          }
        }
      }
    }
  }

  @Test
  void takesOfEqualAtomsThoseOfLowerIndex() {
    try (NDManager manager = NativeEngine.start(1)) {
      float[] values = {2, 3, 1, 3, 3, 0, /**/ 0, 0, 5, 0, 0, 0, /**/ 1, 1, 1, 1, 1, 1};
      NDArray pre = manager.create(values, new Shape(3, 1, 6));
      NDArray order = Code.order(manager, 6);
      float[] kept = Code.largest(pre, order, 2).dense().toFloatArray();
      assertThat(kept)
          .containsExactly(0, 3, 0, 3, 0, 0, /**/ 0, 0, 5, 0, 0, 0, /**/ 1, 1, 0, 0, 0, 0);
      assertThat(Code.largest(pre, order, 6).dense().toFloatArray()).containsExactly(values);
    }
  }

  @Test
  void theOrderOfAtomsPassesNoLargerNumber() {
    int atoms = 4096;
    float[] values = new float[atoms];
    Arrays.fill(values, 0.1f);
    values[atoms - 1] = Math.nextUp(0.1f);
    try (NDManager manager = NativeEngine.start(1)) {
      NDArray pre = manager.create(values, new Shape(1, 1, atoms));
      Code code = Code.largest(pre, Code.order(manager, atoms), 3);
      assertThat(code.indices().toLongArray()).containsExactly(atoms - 1, 0, 1);
    }
  }

  @Test
  void leavesNoArrayBehind() throws Exception {
    ModelDirectory model = model(Kind.LLAMA, 1, TinyBottlenecks.random(40, 6, 3));
    AdapterDirectory own = adapter(2);
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
    ModelDirectory model = model(Kind.LLAMA, 1, TinyBottlenecks.random(40, 6, 3));
    ModelDirectory opaque =
        ModelDirectory.open(TinyModels.write(folder.resolve("opaque"), Kind.LLAMA, 2));
    try (ForwardModel fast = Decoder.load(opaque, List.of(adapter(3)), DecoderOptions.defaults());
        ForwardModel stack = Decoder.stacked(List.of(model, opaque), DecoderOptions.defaults());
        ForwardModel slow = ReferenceDecoder.load(opaque, List.of(adapter(3)))) {
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
    ModelDirectory model = model(Kind.LLAMA, 1, TinyBottlenecks.random(40, 6, 3));
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

  private void compare(ForwardModel fast, ForwardModel slow, int[] lanes, SessionOptions options) {
    try (ForwardSession quick = fast.open(lanes, options);
        ForwardSession plain = slow.open(lanes, options)) {
      SplittableRandom random = new SplittableRandom(7);
      for (int length : LENGTHS) {
        int[][] ids = ids(random, lanes.length, length);
        Forward actual = quick.appendAll(ids);
        Forward expected = plain.appendAll(ids);
        for (int row = 0; row < lanes.length; row++) {
          check(expected, row, actual, row);
        }
      }
    }
  }

  private void check(Forward expected, int expectedRow, Forward actual, int row) {
    for (int position = 0; position < expected.positions(); position++) {
      checkPosition(expected, expectedRow, position, actual, row, position);
    }
    assertThat(actual.trace(row).isPresent()).isEqualTo(expected.trace(expectedRow).isPresent());
    expected
        .trace(expectedRow)
        .ifPresent(
            trace -> {
              double[] norms = actual.trace(row).orElseThrow().norms();
              for (int i = 0; i < norms.length; i++) {
                check(trace.norms()[i], norms[i]);
              }
            });
  }

  private void checkPosition(
      Forward expected, int expectedRow, int expectedAt, Forward actual, int row, int at) {
    for (int id = 0; id < expected.vocabularySize(); id++) {
      check(
          expected.logProbs()[expected.offset(expectedRow, expectedAt) + id],
          actual.logProbs()[actual.offset(row, at) + id]);
    }
    List<SparseCode> codes = expected.codes(expectedRow, expectedAt);
    assertThat(codes).hasSize(3);
    for (int layer = 0; layer < 3; layer++) {
      check(codes.get(layer), actual.codes(row, at).get(layer));
    }
  }

  private void check(SparseCode expected, SparseCode actual) {
    assertThat(actual.size()).isEqualTo(expected.size()).isPositive();
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.atom(i)).isEqualTo(expected.atom(i));
      check(expected.activation(i), actual.activation(i));
    }
  }

  private void check(double expected, double actual) {
    largest = Math.max(largest, Math.abs(expected - actual));
    assertThat(Math.abs(expected - actual)).isLessThan(TOLERANCE);
  }

  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i])).isLessThan((float) TOLERANCE);
    }
  }

  private static Forward all(ForwardModel model, SessionOptions options, int[][] ids) {
    try (ForwardSession session = model.open(new int[ids.length], options)) {
      return session.appendAll(ids);
    }
  }

  private ModelDirectory model(Kind kind, long seed, LegibleWeights legible) throws Exception {
    Path directory = TinyModels.write(folder.resolve(kind + "-" + seed), kind, seed);
    TinyBottlenecks.write(directory, legible);
    return ModelDirectory.open(directory);
  }

  private AdapterDirectory adapter(int rank) throws Exception {
    Path directory = folder.resolve("adapter-" + rank);
    List<String> modules = List.of("q_proj", "down_proj");
    return AdapterDirectory.open(
        TinyModels.writeAdapter(directory, Kind.LLAMA, rank, modules, rank));
  }

  private static int[][] ids(SplittableRandom random, int rows, int length) {
    int[][] ids = new int[rows][length];
    for (int[] row : ids) {
      Arrays.setAll(row, _ -> random.nextInt(TinyModels.VOCABULARY));
    }
    return ids;
  }
}
