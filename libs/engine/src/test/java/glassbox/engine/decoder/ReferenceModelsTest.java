package glassbox.engine.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.decoder.ReferenceModels.Case;
import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.LayerTrace;
import glassbox.engine.forward.SessionOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tolerance 1e-4 on log-probabilities, norms and router probabilities; greedy ids equal. */
class ReferenceModelsTest {
  private static final double TOLERANCE = 1e-4;

  private Path folder = Path.of("");
  private double largest;

  @BeforeEach
  void find() {
    assumeTrue(ReferenceModels.folder().isPresent(), "no shared/reference-models");
    folder = ReferenceModels.folder().orElseThrow();
  }

  static Stream<Arguments> names() {
    return Backends.times(ReferenceModels.NAMES.toArray());
  }

  @ParameterizedTest
  @MethodSource("names")
  void agreesWithTransformers(String name, Backend backend) {
    try (Decoder decoder = ReferenceModels.load(backend, folder.resolve(name))) {
      checkLane(decoder, 0, folder.resolve(name));
    }
    report(name + ", " + backend);
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void agreesWithPeftAloneAndMixed(Backend backend) {
    Path base = folder.resolve("llama-tiny");
    Path small = base.resolve("adapter-r4");
    Path all = base.resolve("adapter-all");
    try (Decoder decoder = ReferenceModels.load(backend, base, small, all)) {
      checkLane(decoder, 1, small);
      report("llama-tiny/adapter-r4, " + backend);
      checkLane(decoder, 2, all);
      report("llama-tiny/adapter-all, " + backend);
      checkLane(decoder, 0, base);
      checkMixed(decoder, List.of(base, small, all));
      report("llama-tiny, base and both adapters in one batch, " + backend);
    }
  }

  @Test
  void stackedModelsAgreeEachWithItsOwnReference() {
    for (String name : List.of("gpt2-tiny", "llama-tiny", "qwen3-tiny", "qwen3-moe-tiny")) {
      ModelDirectory model = ModelDirectory.open(folder.resolve(name));
      List<ModelDirectory> twice = List.of(model, model);
      try (ForwardModel stack = Decoder.stacked(twice, DecoderOptions.defaults())) {
        checkMixed(stack, List.of(model.path(), model.path()));
        checkLane(stack, 1, model.path());
      }
      report(name + ", stacked");
    }
  }

  private void checkLane(ForwardModel model, int lane, Path expected) {
    for (Case reference : ReferenceModels.cases(expected)) {
      try (var session = model.open(new int[] {lane}, SessionOptions.TRACED)) {
        Forward forward = session.appendAll(new int[][] {reference.ids()});
        checkTokens(reference, forward);
        checkLast(reference, forward, 0, reference.ids().length - 1);
      }
      assertThat(ReferenceModels.greedy(model, lane, reference.ids(), reference.greedy().length))
          .containsExactly(reference.greedy());
    }
  }

  /** Row i runs lane i on the same prompt. */
  private void checkMixed(ForwardModel model, List<Path> expected) {
    int[] lanes = new int[expected.size()];
    for (int lane = 0; lane < lanes.length; lane++) {
      lanes[lane] = lane;
    }
    for (int i = 0; i < ReferenceModels.cases(expected.getFirst()).size(); i++) {
      int[][] ids = new int[lanes.length][];
      for (int row = 0; row < lanes.length; row++) {
        ids[row] = ReferenceModels.cases(expected.get(row)).get(i).ids();
      }
      try (var session = model.open(lanes, SessionOptions.TRACED)) {
        Forward forward = session.append(ids);
        for (int row = 0; row < lanes.length; row++) {
          checkLast(ReferenceModels.cases(expected.get(row)).get(i), forward, row, 0);
        }
      }
    }
  }

  private void checkTokens(Case reference, Forward forward) {
    for (int i = 0; i < reference.tokenLogProbs().length; i++) {
      int id = reference.ids()[i + 1];
      check(reference.tokenLogProbs()[i], forward.logProbs()[forward.offset(0, i) + id]);
    }
  }

  private void checkLast(Case reference, Forward forward, int row, int position) {
    double[] expected = ReferenceModels.logSoftmax(reference.lastLogits());
    for (int id = 0; id < expected.length; id++) {
      check(expected[id], forward.logProbs()[forward.offset(row, position) + id]);
    }
    LayerTrace trace = forward.trace(row).orElseThrow();
    if (reference.norms().length > 0) {
      check(reference.norms(), trace.norms());
    }
    for (int layer = 0; layer < reference.routers().size(); layer++) {
      check(reference.routers().get(layer), trace.routerProbabilities().get(layer));
    }
  }

  private void check(double[] expected, double[] actual) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      check(expected[i], actual[i]);
    }
  }

  private void check(double expected, double actual) {
    double difference = Math.abs(expected - actual);
    largest = Math.max(largest, difference);
    assertThat(difference).isLessThan(TOLERANCE);
  }

  private void report(String name) {
    System.out.printf("%-50s largest difference %.2e%n", name, largest);
    largest = 0;
  }
}
