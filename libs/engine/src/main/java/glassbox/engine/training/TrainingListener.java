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

  /**
   * Told of each look at held-out text.
   *
   * @param step index of the step just finished, from 0
   * @param look what was seen
   * @param best whether no earlier look saw a lower loss
   */
  default void onLook(long step, Look look, boolean best) {}

  /** Asked after each step: whether the run ends here, its state saved and resumable. */
  default boolean callsOff() {
    return false;
  }
}
