package glassbox.engine.federation;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What a segment of a pass wrote.
 *
 * @param tokens how many, forced ones included
 * @param end what ended it
 * @param stopId the token that was drawn and dropped; empty at the limit
 * @param forced time of the forwards over its forced tokens; of the last of them none where nothing
 *     came after it
 */
public record Part(int tokens, End end, OptionalInt stopId, Duration forced) {

  /** A part without forced tokens. */
  public Part(int tokens, End end, OptionalInt stopId) {
    this(tokens, end, stopId, Duration.ZERO);
  }

  Part taking(Duration time) {
    return new Part(tokens, end, stopId, time);
  }

  /** What ends a segment. */
  public enum End {
    /** One of its stop tokens. */
    STOPPED,
    /** The model's end token. */
    ENDED,
    /** Its limit, or the window is full. */
    LIMIT
  }
}
