package glassbox.contracts.generation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a generation ended. */
public enum FinishReason {
  /** The model's end token or a stop string. */
  @JsonProperty("stop")
  STOP,
  /** A special token that a segment of a resumed pass was told to stop at. */
  @JsonProperty("marker")
  MARKER,
  /** The limit on new tokens, or the end of the context window. */
  @JsonProperty("length")
  LENGTH,
  /** A given answer was scored to its end. */
  @JsonProperty("scored")
  SCORED
}
