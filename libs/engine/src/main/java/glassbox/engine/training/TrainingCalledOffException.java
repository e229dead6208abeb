package glassbox.engine.training;

/** A listener ended a run before its time; what was finished is saved. */
public final class TrainingCalledOffException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TrainingCalledOffException(long finishedSteps) {
    super("training was called off after step " + finishedSteps + ", which is saved");
  }
}
