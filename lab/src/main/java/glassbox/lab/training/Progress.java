package glassbox.lab.training;

import glassbox.engine.training.Look;
import glassbox.engine.training.TrainingListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Prints progress lines with the time left, and keeps loss, tokens and seconds on disk. */
final class Progress implements TrainingListener {

  private static final int EVERY = 20;

  private final String name;
  private final int steps;
  private final StepsLeft left;
  private final BooleanSupplier calledOff;
  private final PrintWriter out;
  private final Clock clock;
  private final Curve losses;
  private final Curve looks;
  private Instant last;
  private double lossSum;
  private long tokens;
  private int count;

  /**
   * @param left what every model of this run still needs; kept up to date for this one
   * @param calledOff whether this model's training is to end early
   */
  Progress(String name, int steps, StepsLeft left, BooleanSupplier calledOff, TrainingLog log) {
    this.name = name;
    this.steps = steps;
    this.left = left;
    this.calledOff = calledOff;
    this.out = log.out();
    this.clock = log.clock();
    this.losses = losses(log.work(), name);
    this.looks = looks(log.work(), name);
    this.last = clock.instant();
  }

  /** Mean loss in nats a token, tokens read and seconds taken, each over the steps of a line. */
  static Curve losses(Path work, String name) {
    return new Curve(work.resolve(name + ".loss.csv"), "step,loss,tokens,seconds");
  }

  /** What was seen of held-out text. */
  static Curve looks(Path work, String name) {
    return new Curve(work.resolve(name + ".held-out.csv"), "step,full,legible,delta,best");
  }

  @Override
  public void onStep(long step, double loss, long read) {
    lossSum += loss;
    tokens += read;
    count++;
    left.note(name, (int) (steps - step - 1));
    if ((step + 1) % EVERY != 0 && step + 1 != steps) {
      return;
    }
    Instant now = clock.instant();
    double seconds = Math.max(1e-3, Duration.between(last, now).toMillis() / 1000.0);
    out.printf(
        Locale.ROOT,
        "%s step %d/%d loss %.4f, %.0f tokens/s, %s left, about %s in all%n",
        name,
        step + 1,
        steps,
        lossSum / count,
        tokens / seconds,
        time(seconds / count * (steps - step - 1)),
        time(seconds / count * left.untilTheEnd()));
    out.flush();
    losses.append(step + 1, lossSum / count, tokens, seconds);
    last = now;
    lossSum = 0;
    tokens = 0;
    count = 0;
  }

  private static String time(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  @Override
  public void onLook(long step, Look look, boolean best) {
    String twin =
        Double.isNaN(look.legible())
            ? ""
            : String.format(
                Locale.ROOT, ", legible %.4f, delta %.4f", look.legible(), look.delta());
    out.printf(
        Locale.ROOT,
        "%s step %d held-out: full %.4f%s%s%n",
        name,
        step + 1,
        look.full(),
        twin,
        best ? ", best so far" : "");
    out.flush();
    looks.append(step + 1, look.full(), look.legible(), look.delta(), best ? 1 : 0);
  }

  @Override
  public boolean callsOff() {
    return calledOff.getAsBoolean();
  }
}
