package glassbox.engine.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.LayerTrace;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.reference.ReferenceDecoder;
import glassbox.engine.reference.TinyModels;
import glassbox.engine.reference.TinyModels.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The native decoder against the readable one, within 1e-4, on every kind of model. */
class DecoderAgainstReferenceTest {
  private static final double TOLERANCE = 1e-4;

  /** A prompt, single tokens, and a second prompt behind them; past every sliding window. */
  private static final int[] LENGTHS = {9, 1, 1, 1, 7, 1, 20};

  @TempDir Path folder = Path.of("");
  private double largest;

  static Stream<Arguments> kinds() {
    return Backends.times(Kind.values());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void agreesOnRowsOfDifferentContent(Kind kind, Backend backend) throws Exception {
    ModelDirectory model = model(kind, 1);
    try (ForwardModel fast = Decoder.load(model, List.of(), Backends.f32(backend));
        ForwardModel slow = ReferenceDecoder.load(model, List.of())) {
      compare(fast, slow, new int[] {0, 0, 0});
    }
    report(kind + ", " + backend);
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void agreesOnAdaptersMixedInOneBatch(Backend backend) throws Exception {
    agreesOnAdapters(
        backend, Kind.LLAMA, List.of("q_proj", "v_proj", "down_proj"), List.of("gate_proj"));
    agreesOnAdapters(backend, Kind.GPT2, List.of("c_attn"), List.of("c_fc", "c_proj"));
    agreesOnAdapters(backend, Kind.QWEN3_MOE, List.of("o_proj", "k_proj"), List.of("q_proj"));
    agreesOnAdapters(
        backend, Kind.QWEN2, List.of("k_proj", "v_proj"), List.of("up_proj", "q_proj"));
    agreesOnAdapters(
        backend, Kind.MISTRAL_WINDOW, List.of("o_proj", "down_proj"), List.of("o_proj", "q_proj"));
  }

  private void agreesOnAdapters(Backend backend, Kind kind, List<String> first, List<String> second)
      throws Exception {
    ModelDirectory model = model(kind, 1);
    List<AdapterDirectory> adapters = List.of(adapter(kind, 3, first), adapter(kind, 2, second));
    try (ForwardModel fast = Decoder.load(model, adapters, Backends.f32(backend));
        ForwardModel slow = ReferenceDecoder.load(model, adapters)) {
      compare(fast, slow, new int[] {2, 0, 1, 2});
      compare(fast, slow, new int[] {1});
      compare(fast, slow, new int[] {0, 0});
    }
    report(kind + " with adapters, " + backend);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void stackedModelsAgreeEachWithItsOwn(Kind kind) throws Exception {
    ModelDirectory first = model(kind, 1);
    ModelDirectory second = model(kind, 2);
    try (ForwardModel stack = Decoder.stacked(List.of(first, second), DecoderOptions.defaults());
        ForwardModel slowFirst = ReferenceDecoder.load(first, List.of());
        ForwardModel slowSecond = ReferenceDecoder.load(second, List.of())) {
      List<ForwardModel> each = List.of(slowFirst, slowSecond);
      compareStack(stack, each, new int[] {0, 1});
      compareStack(stack, each, new int[] {1, 0, 1});
    }
    report(kind + ", stacked");
  }

  private void compare(ForwardModel fast, ForwardModel slow, int[] lanes) {
    try (var quick = fast.open(lanes, SessionOptions.TRACED);
        var plain = slow.open(lanes, SessionOptions.TRACED)) {
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

  private void compareStack(ForwardModel stack, List<ForwardModel> each, int[] lanes) {
    for (int row = 0; row < lanes.length; row++) {
      try (var quick = stack.open(lanes, SessionOptions.TRACED);
          var plain = each.get(lanes[row]).open(new int[] {0}, SessionOptions.TRACED)) {
        SplittableRandom random = new SplittableRandom(7);
        for (int length : LENGTHS) {
          int[][] ids = ids(random, lanes.length, length);
          check(plain.appendAll(new int[][] {ids[row]}), 0, quick.appendAll(ids), row);
        }
      }
    }
  }

  private void check(Forward expected, int expectedRow, Forward actual, int row) {
    int count = expected.positions() * expected.vocabularySize();
    for (int i = 0; i < count; i++) {
      check(
          expected.logProbs()[expected.offset(expectedRow, 0) + i],
          actual.logProbs()[actual.offset(row, 0) + i]);
    }
    LayerTrace plain = expected.trace(expectedRow).orElseThrow();
    LayerTrace quick = actual.trace(row).orElseThrow();
    check(plain.norms(), quick.norms());
    assertThat(quick.routerProbabilities()).hasSameSizeAs(plain.routerProbabilities());
    for (int layer = 0; layer < plain.routerProbabilities().size(); layer++) {
      check(plain.routerProbabilities().get(layer), quick.routerProbabilities().get(layer));
    }
  }

  private void check(double[] expected, double[] actual) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      check(expected[i], actual[i]);
    }
  }

  private void check(double expected, double actual) {
    largest = Math.max(largest, Math.abs(expected - actual));
    assertThat(Math.abs(expected - actual)).isLessThan(TOLERANCE);
  }

  private void report(String what) {
    System.out.printf("%-30s largest difference %.2e%n", what, largest);
    largest = 0;
  }

  private ModelDirectory model(Kind kind, long seed) throws Exception {
    return ModelDirectory.open(TinyModels.write(folder.resolve(kind + "-" + seed), kind, seed));
  }

  private AdapterDirectory adapter(Kind kind, int rank, List<String> modules) throws Exception {
    Path directory = folder.resolve(kind + "-adapter-" + rank);
    return AdapterDirectory.open(TinyModels.writeAdapter(directory, kind, rank, modules, rank));
  }

  private static int[][] ids(SplittableRandom random, int rows, int length) {
    int[][] ids = new int[rows][length];
    for (int[] row : ids) {
      for (int i = 0; i < length; i++) {
        row[i] = random.nextInt(TinyModels.VOCABULARY);
      }
    }
    return ids;
  }
}
