package glassbox.critics.quantity;

/** What an expression came to. */
sealed interface Reading {

  /** It was read whole. */
  record Known(Measure measure) implements Reading {}

  /** It adds what cannot be added. */
  record Mismatch(String reason) implements Reading {}

  /** It may mean several things: no check is made of it. */
  record Unclear() implements Reading {}

  /** The shared unclear reading. */
  Reading UNCLEAR = new Unclear();
}
