package glassbox.lab.bench;

import glassbox.engine.checkpoint.AdapterDirectory;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.decoder.Decoder;
import glassbox.engine.decoder.DecoderOptions;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import glassbox.lab.results.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Decoding and prompts of one synthetic size, one thread. */
final class DecoderBench {
  private static final int PROMPT = 224;
  private static final int ADAPTERS = 3;
  private static final String ONE = "1 model";
  private static final String SEQUENCE = "3 adapters, one after another";
  private static final String BATCH = "base + 3 adapters, one batch";
  private static final String STACK = "3 full models, one batch";
  private static final String PREFILL = "prompt of 224 tokens";

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
    try (Decoder decoder = Decoder.load(base, adapters, DecoderOptions.defaults());
        ForwardModel stack = Decoder.stacked(List.of(base, base, base), DecoderOptions.defaults());
        Decoding one = new Decoding(decoder, 0);
        Decoding sequence = new Decoding(decoder, new int[][] {{1}, {2}, {3}});
        Decoding batch = new Decoding(decoder, 0, 1, 2, 3);
        Decoding stacked = new Decoding(stack, 0, 1, 2)) {
      Turns turns =
          new Turns()
              .add(ONE, one)
              .add(SEQUENCE, sequence)
              .add(BATCH, batch)
              .add(STACK, stacked)
              .add(PREFILL, () -> prompt(decoder))
              .measure(rounds);
      return outcome(turns);
    }
  }

  private Outcome outcome(Turns turns) {
    List<Speed> speeds =
        List.of(
            speed(turns, ONE, 1),
            speed(turns, SEQUENCE, ADAPTERS),
            speed(turns, BATCH, 1 + ADAPTERS),
            speed(turns, STACK, ADAPTERS),
            new Speed(
                size, PREFILL, 1e3 * turns.seconds(PREFILL), PROMPT / turns.seconds(PREFILL)));
    double batched = turns.ratio(BATCH, ONE);
    double sequence = turns.ratio(SEQUENCE, BATCH);
    long n = (long) rounds * steps;
    return new Outcome(
        speeds,
        List.of(
            Bar.atMost(size + ": base + 3 adapters batched / base alone", batched, "x", 1.3, n),
            new Bar(
                size + ": 3 adapters in sequence / base + 3 batched",
                sequence,
                "x",
                ">= 2.0",
                sequence >= 2,
                n)));
  }

  private Speed speed(Turns turns, String name, int tokens) {
    double step = turns.seconds(name) / steps;
    return new Speed(size, name, 1e3 * step, tokens / step);
  }

  private void prompt(ForwardModel decoder) {
    try (ForwardSession session = decoder.open(new int[] {0}, false)) {
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

  private static void delete(Path directory) throws IOException {
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
        ForwardSession session = decoder.open(rows, false);
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
