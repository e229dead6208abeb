package glassbox.engine.training;

/** Told about each finished optimiser step. */
@FunctionalInterface
public interface TrainingListener {

  /**
   * @param step index of the step just finished, from 0
   * @param loss mean negative log-likelihood of the step's batch, in nats per predicted token
   * @param tokens positions the step read, padding excluded
   */
  void onStep(long step, double loss, long tokens);
}
