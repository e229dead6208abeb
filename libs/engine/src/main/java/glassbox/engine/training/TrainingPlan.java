package glassbox.engine.training;

/**
 * How long and how fast to train: linear warm-up, then a cosine down to a tenth of the peak rate.
 *
 * @param steps optimiser steps in all
 * @param peakRate highest learning rate
 * @param warmupSteps steps until the peak
 * @param weightDecay decoupled decay on matrices; norms and bottlenecks are not decayed
 * @param clipNorm largest allowed global gradient norm
 * @param checkpointEvery steps between two checkpoints
 * @param matrixRate peak rate of the layers' matrices where {@link Muon} moves them; 0 where Adam
 *     moves everything
 * @param lots batches that a step reads side by side, 1 or 2, each on a thread of its own. Not
 *     more: the sum of two gradients has the same bits whichever is there first
 */
public record TrainingPlan(
    int steps,
    double peakRate,
    int warmupSteps,
    double weightDecay,
    double clipNorm,
    int checkpointEvery,
    double matrixRate,
    int lots) {

  private static final double FLOOR = 0.1;

  public TrainingPlan {
    if (steps < 1 || checkpointEvery < 1 || warmupSteps < 0) {
      throw new IllegalArgumentException("steps and checkpointEvery must be positive");
    }
    if (!(peakRate > 0) || !(clipNorm > 0)) {
      throw new IllegalArgumentException("peakRate and clipNorm must be positive");
    }
    if (!(matrixRate >= 0)) {
      throw new IllegalArgumentException("matrixRate must not be negative");
    }
    if (lots < 1 || lots > 2) {
      throw new IllegalArgumentException("a step reads 1 lot or 2");
    }
  }

  /** A plan of one lot a step under which Adam moves everything. */
  public TrainingPlan(
      int steps,
      double peakRate,
      int warmupSteps,
      double weightDecay,
      double clipNorm,
      int checkpointEvery) {
    this(steps, peakRate, warmupSteps, weightDecay, clipNorm, checkpointEvery, 0, 1);
  }

  /** The plan with the layers' matrices moved by {@link Muon} at a peak rate of their own. */
  public TrainingPlan withMatrixRate(double rate) {
    return new TrainingPlan(
        steps, peakRate, warmupSteps, weightDecay, clipNorm, checkpointEvery, rate, lots);
  }

  /** The plan with steps of two batches side by side, which take as long as one. */
  public TrainingPlan inTwoLots() {
    return new TrainingPlan(
        steps, peakRate, warmupSteps, weightDecay, clipNorm, checkpointEvery, matrixRate, 2);
  }

  /** Learning rate of step {@code step}, from 0. */
  public double rate(long step) {
    if (step < warmupSteps) {
      return peakRate * (step + 1) / warmupSteps;
    }
    double progress = (double) (step - warmupSteps) / Math.max(1, steps - warmupSteps);
    double cosine = 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
    return peakRate * (FLOOR + (1 - FLOOR) * cosine);
  }
}
