package glassbox.gateway.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an explanation shows. */
enum ExplainMode {
  /** The importance of each part of the prompt and context for the answer as a whole. */
  @JsonProperty("standard")
  STANDARD
}
