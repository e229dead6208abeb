package glassbox.contracts.specialist;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose legible bottlenecks a specialist speaks through. */
public enum Channel {
  /** Its own, trained with it. */
  @JsonProperty("own")
  OWN,
  /** Its base's, which were not trained with it: they are watched. */
  @JsonProperty("frozen")
  FROZEN,
  /** None: it is opaque, and a federation with it has no certificates. */
  @JsonProperty("none")
  NONE
}
