package glassbox.explain.score;

/**
 * What explanations cost.
 *
 * @param forwards forward passes, one a scored mask (a batch of n counts n)
 * @param tokens tokens that went through the model, shared prefixes counted once
 */
public record Cost(int forwards, long tokens) {

  /** Nothing spent. */
  public static final Cost NONE = new Cost(0, 0);

  public Cost {
    if (forwards < 0 || tokens < 0) {
      throw new IllegalArgumentException("a cost is not negative: " + forwards + ", " + tokens);
    }
  }

  /** The sum of both costs. */
  public Cost plus(Cost other) {
    return new Cost(Math.addExact(forwards, other.forwards), Math.addExact(tokens, other.tokens));
  }

  /** What was spent since {@code earlier}, a previous reading of the same meter. */
  public Cost since(Cost earlier) {
    return new Cost(forwards - earlier.forwards, tokens - earlier.tokens);
  }
}
