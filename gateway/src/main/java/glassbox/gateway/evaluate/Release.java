package glassbox.gateway.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which answers the caller takes. */
enum Release {
  /** Any answer, marked as what it is. */
  @JsonProperty("provisional")
  PROVISIONAL,
  /** Only an answer that the gate committed; others are withheld. */
  @JsonProperty("committed")
  COMMITTED
}
