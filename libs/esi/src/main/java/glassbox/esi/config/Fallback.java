package glassbox.esi.config;

import glassbox.esi.heat.Heat;
import java.time.Duration;

/**
 * The conservative profile and when it is taken.
 *
 * @param after time a run may take before
 * @param heat of every pass under it
 * @param starch share of the context
 */
public record Fallback(Duration after, Heat heat, double starch) {
  public Fallback {
    if (after.isNegative() || after.isZero()) {
      throw new IllegalArgumentException("the latency cap must be above 0");
    }
    if (!(starch >= 0 && starch < 1)) {
      throw new IllegalArgumentException("S_percent is a share in [0, 1), not " + starch);
    }
  }
}
