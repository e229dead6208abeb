package glassbox.contracts.generation;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The outcome of recomputing every token's joint from the record.
 *
 * @param maxResidual largest absolute residual, nats
 * @param medianResidual median absolute residual, nats
 * @param level the bar that the largest residual meets
 */
public record ReconciliationSummary(double maxResidual, double medianResidual, Level level) {

  /** Bars on the absolute residual, in nats. */
  public enum Level {
    /** Below 1e-5. */
    @JsonProperty("strict")
    STRICT,
    /** Below 1e-3. */
    @JsonProperty("lenient")
    LENIENT,
    /** From 1e-3 to 1e-2: flagged. */
    @JsonProperty("flagged")
    FLAGGED,
    /** Above 1e-2, or not a number. */
    @JsonProperty("catastrophic")
    CATASTROPHIC
  }
}
