package glassbox.gateway.export;

/** The run is recorded or on its way, but not under a checkpoint, so nothing can be proved. */
final class NotIntegratedYet extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotIntegratedYet() {
    super("no checkpoint is over the run yet");
  }
}
