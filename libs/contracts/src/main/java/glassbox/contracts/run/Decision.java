package glassbox.contracts.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a run ended. */
public enum Decision {
  /** The gate let the answer through. */
  @JsonProperty("committed")
  COMMITTED,
  /** The gate did not; the answer is marked or withheld. */
  @JsonProperty("provisional")
  PROVISIONAL,
  /** The gate was not asked for, or could not be reached. */
  @JsonProperty("ungated")
  UNGATED
}
