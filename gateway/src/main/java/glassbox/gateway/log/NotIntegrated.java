package glassbox.gateway.log;

/** The run is recorded or on its way, but no checkpoint is over it yet. */
final class NotIntegrated extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotIntegrated() {
    super("no checkpoint is over the run yet");
  }
}
