package glassbox.gateway.log;

/** Too many read the log at once. */
final class LogBusy extends RuntimeException {
  private static final long serialVersionUID = 1;

  LogBusy() {
    super("too many read the log at once");
  }
}
