package glassbox.lab.training;

import glassbox.engine.training.TrainingListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Prints a progress line with the time left, and appends the loss curve to a CSV file. */
final class Progress implements TrainingListener {

  private static final int EVERY = 20;

  private final String name;
  private final int steps;
  private final Path curve;
  private final PrintWriter out;
  private final Clock clock;
  private final Instant started;
  private double lossSum;
  private long tokenSum;
  private long first = -1;

  Progress(String name, int steps, Path curve, PrintWriter out, Clock clock) {
    this.name = name;
    this.steps = steps;
    this.curve = curve;
    this.out = out;
    this.clock = clock;
    this.started = clock.instant();
  }

  @Override
  public void onStep(long step, double loss, long tokens) {
    first = first < 0 ? step : first;
    lossSum += loss;
    tokenSum += tokens;
    if ((step + 1) % EVERY != 0) {
      return;
    }
    long done = step + 1 - first;
    Duration spent = Duration.between(started, clock.instant());
    double seconds = Math.max(1e-3, spent.toMillis() / 1000.0);
    long left = Math.round(seconds / done * (steps - step - 1));
    double mean = lossSum / Math.min(EVERY, done);
    out.printf(
        Locale.ROOT,
        "%s step %d/%d loss %.4f, %.0f tokens/s, %d:%02d left%n",
        name,
        step + 1,
        steps,
        mean,
        tokenSum / seconds,
        left / 60,
        left % 60);
    out.flush();
    append("%d,%.5f%n".formatted(step + 1, mean));
    lossSum = 0;
  }

  private void append(String line) {
    try {
      if (!Files.exists(curve)) {
        Files.writeString(curve, "step,loss\n");
      }
      Files.writeString(curve, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("the loss curve " + curve + " cannot be written", e);
    }
  }
}
