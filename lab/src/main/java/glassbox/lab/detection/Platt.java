package glassbox.lab.detection;

import glassbox.critics.score.Calibration;
import glassbox.critics.score.LogisticModel;
import java.util.List;

/** Calibrates a fitted model on runs that it was not fitted on (Platt 1999). */
final class Platt {

  private static final double LEAST_SLOPE = 0.05;
  private static final double PENALTY = 1e-3;
  private static final double EDGE = 1e-4;

  private Platt() {}

  /** The model with a calibration, which flags from the score that stands for even odds. */
  static LogisticModel calibrated(LogisticModel model, List<LabelledRun> runs) {
    double[][] rows = new double[runs.size()][];
    double[] labels = new double[runs.size()];
    long flawed = runs.stream().filter(LabelledRun::flawed).count();
    double high = (flawed + 1.0) / (flawed + 2.0);
    double low = 1.0 / (runs.size() - flawed + 2.0);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {1, model.score(runs.get(i).signals()).logit()};
      labels[i] = runs.get(i).flawed() ? high : low;
    }
    double[] weights = LogisticFit.newton(rows, labels, PENALTY);
    var calibration = new Calibration(Math.max(LEAST_SLOPE, weights[1]), weights[0]);
    double even = 1 / (1 + Math.exp(-calibration.even()));
    return new LogisticModel(
        model.name(),
        model.version(),
        model.intercept(),
        Math.clamp(even, EDGE, 1 - EDGE),
        calibration,
        model.signals());
  }
}
