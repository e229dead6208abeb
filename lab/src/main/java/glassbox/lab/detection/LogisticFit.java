package glassbox.lab.detection;

import glassbox.critics.score.Calibration;
import glassbox.critics.score.LogisticModel;
import glassbox.critics.score.SignalWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Logistic regression with a squared penalty on the weights of standardised signals, by Newton's
 * method. A signal that a run lacks stands at its mean. Deterministic.
 */
final class LogisticFit {

  /** Strength of the penalty; the objective is the sum over runs. */
  static final double PENALTY = 1;

  private static final int STEPS = 60;
  private static final double ENOUGH = 1e-10;
  private static final double LEAST_DEVIATION = 1e-9;
  private static final int LEAST_MEASURED = 20;

  private LogisticFit() {}

  /**
   * Fits a model that is not calibrated and flags from even odds on.
   *
   * @param runs some flawed and some not
   */
  static LogisticModel fit(String name, String version, List<LabelledRun> runs) {
    List<SignalWeight> scales = scales(runs);
    double[][] z = new double[runs.size()][];
    double[] labels = new double[runs.size()];
    for (int i = 0; i < z.length; i++) {
      z[i] = row(scales, runs.get(i));
      labels[i] = runs.get(i).flawed() ? 1 : 0;
    }
    double[] weights = newton(z, labels, PENALTY);
    var signals = new ArrayList<SignalWeight>();
    for (int j = 0; j < scales.size(); j++) {
      SignalWeight scale = scales.get(j);
      signals.add(
          new SignalWeight(scale.signal(), scale.mean(), scale.deviation(), weights[j + 1]));
    }
    return new LogisticModel(name, version, weights[0], 0.5, Calibration.NONE, signals);
  }

  /**
   * Mean and deviation of each signal that was measured often enough and is not always the same.
   */
  private static List<SignalWeight> scales(List<LabelledRun> runs) {
    var names = new TreeSet<String>();
    runs.forEach(run -> names.addAll(run.signals().keySet()));
    var scales = new ArrayList<SignalWeight>();
    for (String name : names) {
      double[] values =
          runs.stream()
              .filter(run -> run.signals().containsKey(name))
              .mapToDouble(run -> run.signals().getOrDefault(name, 0.0))
              .filter(Double::isFinite)
              .toArray();
      double mean = mean(values);
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      double deviation = Math.sqrt(squares / values.length);
      if (values.length >= LEAST_MEASURED && deviation > LEAST_DEVIATION) {
        scales.add(new SignalWeight(name, mean, deviation, 0));
      }
    }
    return scales;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** 1, then the standardised signals. */
  private static double[] row(List<SignalWeight> scales, LabelledRun run) {
    double[] row = new double[scales.size() + 1];
    row[0] = 1;
    for (int j = 0; j < scales.size(); j++) {
      SignalWeight scale = scales.get(j);
      Double raw = run.signals().get(scale.signal());
      row[j + 1] =
          raw == null || !Double.isFinite(raw) ? 0 : (raw - scale.mean()) / scale.deviation();
    }
    return row;
  }

  /**
   * Weights that minimise the negative log-likelihood and half the penalty times their squares,
   * that of the first column left out.
   */
  static double[] newton(double[][] rows, double[] labels, double penalty) {
    int size = rows[0].length;
    double[] weights = new double[size];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[size];
      double[][] hessian = new double[size][size];
      for (int i = 0; i < rows.length; i++) {
        accumulate(rows[i], labels[i], weights, gradient, hessian);
      }
      for (int j = 0; j < size; j++) {
        double own = j == 0 ? 1e-9 : penalty;
        gradient[j] += own * weights[j];
        hessian[j][j] += own;
      }
      double[] change = Linear.solve(hessian, gradient);
      double largest = 0;
      for (int j = 0; j < size; j++) {
        double bounded = Math.clamp(change[j], -MOST_CHANGE, MOST_CHANGE);
        weights[j] -= bounded;
        largest = Math.max(largest, Math.abs(bounded));
      }
      if (largest < ENOUGH) {
        break;
      }
    }
    return weights;
  }

  /** Far from the minimum a whole Newton step can leap over it. */
  private static final double MOST_CHANGE = 2;

  private static void accumulate(
      double[] row, double label, double[] weights, double[] gradient, double[][] hessian) {
    double logit = 0;
    for (int j = 0; j < row.length; j++) {
      logit += weights[j] * row[j];
    }
    double p = 1 / (1 + Math.exp(-logit));
    for (int j = 0; j < row.length; j++) {
      gradient[j] += (p - label) * row[j];
      double curve = p * (1 - p) * row[j];
      for (int k = 0; k <= j; k++) {
        hessian[j][k] += curve * row[k];
        hessian[k][j] = hessian[j][k];
      }
    }
  }
}
