package glassbox.contracts.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/** What a receipt is worth. */
public record RoyaltyVerdict(UUID runId, String feeId, Outcome outcome) {

  /** Outcomes. Only {@code valid} is to be paid. */
  public enum Outcome {
    /** Signed by us, in the register, and it says what the run's record says. */
    @JsonProperty("valid")
    VALID,
    /** Its parts do not add up, or our key did not sign exactly this. */
    @JsonProperty("forged")
    FORGED,
    /** The same fee of the same run comes before it in the batch. */
    @JsonProperty("duplicate")
    DUPLICATE,
    /** Signed, but not what the register holds for this fee of this run. */
    @JsonProperty("not_issued")
    NOT_ISSUED,
    /** The run it names is not recorded for this tenant, or its record says something else. */
    @JsonProperty("record_mismatch")
    RECORD_MISMATCH
  }
}
