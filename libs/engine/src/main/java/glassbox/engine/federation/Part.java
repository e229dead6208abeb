package glassbox.engine.federation;

import java.util.OptionalInt;

/**
 * What a segment of a pass wrote.
 *
 * @param tokens how many, forced ones included
 * @param end what ended it
 * @param stopId the token that was drawn and dropped; empty at the limit
 */
public record Part(int tokens, End end, OptionalInt stopId) {

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
