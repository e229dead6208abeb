package glassbox.lab.bench;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.decoder.Backend;
import glassbox.engine.decoder.Decoder;
import glassbox.engine.decoder.DecoderOptions;
import glassbox.engine.decoder.Precision;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.lab.results.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Decoding and prompts of one synthetic size on every backend and precision, one thread. */
final class DecoderBench {
  private static final int PROMPT = 224;
  private static final int ADAPTERS = 3;
  private static final String ONE = "1 model";
  private static final String SEQUENCE = "3 adapters, one after another";
  private static final String BATCH = "base + 3 adapters, one batch";
  private static final String STACK = "3 full models, one batch";
  private static final String PREFILL = "prompt of 224 tokens";

  private static final Variant ARRAYS = new Variant("arrays f32", Backend.ARRAYS, Precision.F32);
  private static final List<Variant> VARIANTS =
      List.of(
          ARRAYS,
          new Variant("compiled f32", Backend.COMPILED, Precision.F32),
          new Variant("compiled bf16", Backend.COMPILED, Precision.BF16));

  private final String size;
  private final SyntheticModel model;
  private final int rounds;
  private final int steps;

  DecoderBench(String size, SyntheticModel model, int rounds, int steps) {
    this.size = size;
    this.model = model;
    this.rounds = rounds;
    this.steps = steps;
  }

  private record Variant(String name, Backend backend, Precision precision) {
    DecoderOptions options() {
      return new DecoderOptions(1, backend, precision);
    }

    String named(String what) {
      return what + ", " + name;
    }
  }

  /**
   * A number of the result's table.
   *
   * @param milliseconds per step, of a prompt where it says so
   * @param tokensPerSecond of all rows together
   */
  record Speed(String size, String name, double milliseconds, double tokensPerSecond) {}

  /** The speeds of a size, and the bars they are held to. */
  record Outcome(List<Speed> speeds, List<Bar> bars) {}

  Outcome run() throws IOException {
    Path directory = Files.createTempDirectory("glassbox-bench");
    try {
      model.write(directory, ADAPTERS);
      return measure(directory);
    } finally {
      delete(directory);
    }
  }

  private Outcome measure(Path directory) {
    ModelDirectory base = ModelDirectory.open(directory.resolve("base"));
    List<AdapterDirectory> adapters = new ArrayList<>();
    for (int i = 1; i <= ADAPTERS; i++) {
      adapters.add(AdapterDirectory.open(directory.resolve("adapter-" + i)));
    }
    Turns turns = new Turns();
    List<AutoCloseable> opened = new ArrayList<>();
    try {
      for (Variant variant : VARIANTS) {
        Decoder decoder = Decoder.load(base, adapters, variant.options());
        opened.add(decoder);
        add(turns, variant, decoder, opened);
      }
      ForwardModel stack = Decoder.stacked(List.of(base, base, base), ARRAYS.options());
      opened.add(stack);
      turns.add(ARRAYS.named(STACK), opened(new Decoding(stack, 0, 1, 2), opened));
      return outcome(turns.measure(rounds));
    } finally {
      close(opened.reversed());
    }
  }

  private void add(Turns turns, Variant variant, Decoder decoder, List<AutoCloseable> opened) {
    turns
        .add(variant.named(ONE), opened(new Decoding(decoder, 0), opened))
        .add(
            variant.named(SEQUENCE),
            opened(new Decoding(decoder, new int[][] {{1}, {2}, {3}}), opened))
        .add(variant.named(BATCH), opened(new Decoding(decoder, 0, 1, 2, 3), opened))
        .add(variant.named(PREFILL), () -> prompt(decoder));
  }

  private static Decoding opened(Decoding decoding, List<AutoCloseable> opened) {
    opened.add(decoding);
    return decoding;
  }

  private static void close(List<AutoCloseable> opened) {
    for (AutoCloseable each : opened) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot close " + each, e);
      }
    }
  }

  private Outcome outcome(Turns turns) {
    List<Speed> speeds = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    for (Variant variant : VARIANTS) {
      speeds.add(speed(turns, variant.named(ONE), 1));
      speeds.add(speed(turns, variant.named(SEQUENCE), ADAPTERS));
      speeds.add(speed(turns, variant.named(BATCH), 1 + ADAPTERS));
      String prefill = variant.named(PREFILL);
      double seconds = turns.seconds(prefill);
      speeds.add(new Speed(size, prefill, 1e3 * seconds, PROMPT / seconds));
      bars.addAll(bars(turns, variant));
    }
    speeds.add(speed(turns, ARRAYS.named(STACK), ADAPTERS));
    return new Outcome(speeds, bars);
  }

  private List<Bar> bars(Turns turns, Variant variant) {
    double batched = turns.ratio(variant.named(BATCH), variant.named(ONE));
    double sequence = turns.ratio(variant.named(SEQUENCE), variant.named(BATCH));
    long n = (long) rounds * steps;
    String name = size + ", " + variant.name();
    return List.of(
        Bar.atMost(name + ": base + 3 adapters batched / base alone", batched, "x", 1.3, n),
        new Bar(
            name + ": 3 adapters in sequence / base + 3 batched",
            sequence,
            "x",
            ">= 2.0",
            sequence >= 2,
            n));
  }

  private Speed speed(Turns turns, String name, int tokens) {
    double step = turns.seconds(name) / steps;
    return new Speed(size, name, 1e3 * step, tokens / step);
  }

  private void prompt(ForwardModel decoder) {
    try (ForwardSession session = decoder.open(new int[] {0}, SessionOptions.PLAIN)) {
      session.append(ids(1, PROMPT));
    }
  }

  private int[][] ids(int rows, int count) {
    int[][] ids = new int[rows][count];
    for (int[] row : ids) {
      for (int i = 0; i < count; i++) {
        row[i] = (i * 131 + 7) % model.vocabulary();
      }
    }
    return ids;
  }

  /** A folder with everything in it. */
  static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Sessions behind their prompts that take {@code steps} tokens each, one after another. */
  private final class Decoding implements Turns.Run, AutoCloseable {
    private final ForwardModel decoder;
    private final int[][] lanes;
    private final List<ForwardSession> sessions = new ArrayList<>();

    /** One session of these lanes. */
    Decoding(ForwardModel decoder, int... lanes) {
      this(decoder, new int[][] {lanes});
    }

    /** A session of each of these sets of lanes. */
    Decoding(ForwardModel decoder, int[][] lanes) {
      this.decoder = decoder;
      this.lanes = lanes;
    }

    @Override
    public void prepare() {
      close();
      for (int[] rows : lanes) {
        ForwardSession session = decoder.open(rows, SessionOptions.PLAIN);
        session.append(ids(rows.length, PROMPT));
        sessions.add(session);
      }
    }

    @Override
    public void run() {
      for (ForwardSession session : sessions) {
        int[][] next = ids(session.rows(), 1);
        for (int i = 0; i < steps; i++) {
          session.append(next);
        }
      }
    }

    @Override
    public void close() {
      sessions.forEach(ForwardSession::close);
      sessions.clear();
    }
  }
}
