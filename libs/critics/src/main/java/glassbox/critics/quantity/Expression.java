package glassbox.critics.quantity;

/**
 * An expression read from tokens.
 *
 * @param reading what it came to
 * @param from number of its first token
 * @param to number of the token after it
 * @param cut whether it goes on with something that was not understood
 */
record Expression(Reading reading, int from, int to, boolean cut) {

  boolean literal() {
    return reading instanceof Reading.Known(Measure measure) && measure.literal();
  }
}
