package glassbox.engine.decoder;

import static glassbox.engine.decoder.TinyLegible.EVERYTHING;
import static glassbox.engine.decoder.TinyLegible.WATCHED;
import static glassbox.engine.decoder.TinyLegible.adapter;
import static glassbox.engine.decoder.TinyLegible.all;
import static glassbox.engine.decoder.TinyLegible.ids;
import static glassbox.engine.decoder.TinyLegible.model;
import static org.assertj.core.api.Assertions.assertThat;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.forward.SparseCode;
import glassbox.engine.reference.ReferenceDecoder;
import glassbox.engine.reference.TinyBottlenecks;
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

  @TempDir Path folder = Path.of("");
  private double largest;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void decodersAgreeOnTheTwinAndOnCodes(Kind kind) throws Exception {
    ModelDirectory model = model(folder, kind, 1, TinyBottlenecks.random(40, 6, 3));
    try (ForwardModel fast = Decoder.load(model, List.of(), DecoderOptions.defaults());
        ForwardModel slow = ReferenceDecoder.load(model, List.of())) {
      compare(fast, slow, new int[] {0, 0}, EVERYTHING);
      compare(fast, slow, new int[] {0, 0}, WATCHED);
    }
    System.out.printf("%-30s largest difference %.2e%n", kind + ", legible", largest);
  }

  @Test
  void lanesRunThroughTheirOwnOrTheirBasesInOneBatch() throws Exception {
    ModelDirectory model = model(folder, Kind.LLAMA, 1, TinyBottlenecks.random(40, 6, 3));
    AdapterDirectory own = adapter(folder, 2);
    TinyBottlenecks.write(own.path(), TinyBottlenecks.random(28, 4, 5));
    List<AdapterDirectory> adapters = List.of(own, adapter(folder, 3));
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
    ModelDirectory first = model(folder, Kind.LLAMA, 1, TinyBottlenecks.random(40, 6, 3));
    ModelDirectory second = model(folder, Kind.LLAMA, 2, TinyBottlenecks.random(28, 4, 5));
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
    ModelDirectory model = model(folder, kind, 1, TinyBottlenecks.exact(4));
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
  void oneForwardEqualsOneTokenAtATime() throws Exception {
    ModelDirectory model = model(folder, Kind.MISTRAL_WINDOW, 1, TinyBottlenecks.random(40, 6, 3));
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
    ModelDirectory model = model(folder, Kind.LLAMA, 1, TinyBottlenecks.random(40, 6, 3));
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
}
