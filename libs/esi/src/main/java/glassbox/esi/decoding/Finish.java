package glassbox.esi.decoding;

/** What ended a segment's drawing. */
public sealed interface Finish {

  /** A stop was drawn, and dropped. */
  record Stopped(String mark) implements Finish {}

  /** The model's end token was drawn, and dropped. */
  record Ended() implements Finish {}

  /** The limit of the segment was reached, or the model's window is full. */
  record Limit() implements Finish {}
}
