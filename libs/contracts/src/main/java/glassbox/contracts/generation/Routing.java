package glassbox.contracts.generation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What passes on at the bottlenecks of a specialist. */
public enum Routing {
  /** The activation itself. */
  @JsonProperty("full")
  FULL,
  /** Only what the named code says of it. */
  @JsonProperty("legible")
  LEGIBLE
}
