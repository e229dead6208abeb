package glassbox.gateway.access;

/**
 * How much a tenant may ask for.
 *
 * @param tokensPerMinute tokens times samples a minute, at least 1
 * @param concurrentRequests requests in flight at a time, at least 1
 */
public record Allowance(long tokensPerMinute, int concurrentRequests) {

  /** Allowance of a tenant for which the keys file states none. */
  public static final Allowance DEFAULT = new Allowance(200_000, 8);

  public Allowance {
    if (tokensPerMinute < 1 || concurrentRequests < 1) {
      throw new IllegalArgumentException("an allowance must be at least 1");
    }
  }
}
