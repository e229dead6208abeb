package glassbox.gateway.downstream;

/** The services behind the gateway. */
public enum Service {
  /** Generates, scores, explains and replays. */
  INFERENCE("inference"),
  /** Judges answers. */
  CRITIC("critic"),
  /** Keeps records. */
  AUDIT("audit");

  private final String label;

  Service(String label) {
    this.label = label;
  }

  /** Returns the name used in problems, metrics and documentation. */
  public String label() {
    return label;
  }
}
