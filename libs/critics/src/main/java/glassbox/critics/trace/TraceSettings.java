package glassbox.critics.trace;

/**
 * How much evidence a claim needs.
 *
 * @param fragmentsPerClaim independent fragments a claim must name, at least 1
 */
public record TraceSettings(int fragmentsPerClaim) {

  /** Two independent fragments a claim. */
  public static final TraceSettings DEFAULT = new TraceSettings(2);

  public TraceSettings {
    if (fragmentsPerClaim < 1) {
      throw new IllegalArgumentException("fragmentsPerClaim is at least 1: " + fragmentsPerClaim);
    }
  }
}
