package glassbox.gateway.runs;

/** The run is recorded on the gateway's disk, but audit does not have it yet. */
public final class RunPending extends RuntimeException {
  private static final long serialVersionUID = 1;

  RunPending() {
    super("the run is pending");
  }
}
