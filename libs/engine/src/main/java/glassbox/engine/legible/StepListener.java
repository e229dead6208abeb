package glassbox.engine.legible;

/** Told about each finished optimiser step. */
@FunctionalInterface
public interface StepListener {

  /**
   * @param step index of the step just finished, from 0
   * @param loss the objective on the step's batch
   */
  void onStep(int step, double loss);
}
