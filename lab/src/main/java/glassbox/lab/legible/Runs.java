package glassbox.lab.legible;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Runs what is missing of an experiment, seed by seed and arm by arm, and tells how far it is. */
final class Runs {

  private static final int EVERY = 200;

  private final Experiment experiment;
  private final WorkDirectory work;
  private final PrintWriter out;
  private final Clock clock;
  private final Instant started;
  private long stepsDone;
  private long stepsLeft;

  Runs(Experiment experiment, WorkDirectory work, PrintWriter out, Clock clock) {
    this.experiment = experiment;
    this.work = work;
    this.out = out;
    this.clock = clock;
    this.started = clock.instant();
  }

  /** Arm by arm, so that the first arm has all its seeds before the controls begin. */
  void complete(List<Arm> arms, List<Long> seeds) {
    for (Arm arm : arms) {
      stepsLeft += missing(arm, seeds).size() * (long) arm.steps();
    }
    for (Arm arm : arms) {
      for (long seed : missing(arm, seeds)) {
        work.keep(experiment.name(), arm.name(), seed, run(arm, seed));
        out.printf(Locale.ROOT, "%s: finished %s, seed %d%n", experiment.name(), arm.name(), seed);
        out.flush();
      }
    }
  }

  private List<Long> missing(Arm arm, List<Long> seeds) {
    String recipe = experiment.recipe(arm);
    return seeds.stream()
        .filter(seed -> work.find(experiment.name(), arm.name(), seed, recipe).isEmpty())
        .toList();
  }

  private Measurement run(Arm arm, long seed) {
    return experiment.run(
        arm,
        seed,
        (step, loss) -> {
          stepsDone++;
          stepsLeft--;
          if ((step + 1) % EVERY == 0) {
            progress(arm, seed, step + 1, loss);
          }
        });
  }

  private void progress(Arm arm, long seed, int step, double loss) {
    double seconds = Duration.between(started, clock.instant()).toMillis() / 1000.0;
    long left = Math.round(seconds / stepsDone * stepsLeft);
    out.printf(
        Locale.ROOT,
        "%s: %s, seed %d, step %d of %d, loss %.4f, about %d:%02d:%02d left in all%n",
        experiment.name(),
        arm.name(),
        seed,
        step,
        arm.steps(),
        loss,
        left / 3600,
        left / 60 % 60,
        left % 60);
    out.flush();
  }

  /** Everything finished so far under the current recipes. */
  Results results(List<Long> seeds) {
    var runs = new LinkedHashMap<String, TreeMap<Long, Measurement>>();
    for (Arm arm : experiment.arms()) {
      var finished = new TreeMap<Long, Measurement>();
      for (long seed : seeds) {
        work.find(experiment.name(), arm.name(), seed, experiment.recipe(arm))
            .ifPresent(measurement -> finished.put(seed, measurement));
      }
      if (!finished.isEmpty()) {
        runs.put(arm.name(), finished);
      }
    }
    return experiment.completed(new Results(runs));
  }
}
