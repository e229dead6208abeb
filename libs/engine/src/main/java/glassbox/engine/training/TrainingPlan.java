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
 */
public record TrainingPlan(
    int steps,
    double peakRate,
    int warmupSteps,
    double weightDecay,
    double clipNorm,
    int checkpointEvery) {

  private static final double FLOOR = 0.1;

  public TrainingPlan {
    if (steps < 1 || checkpointEvery < 1 || warmupSteps < 0) {
      throw new IllegalArgumentException("steps and checkpointEvery must be positive");
    }
    if (!(peakRate > 0) || !(clipNorm > 0)) {
      throw new IllegalArgumentException("peakRate and clipNorm must be positive");
    }
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
