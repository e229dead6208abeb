package glassbox.engine.forward;

/** Rows of tokens that grow together, with their key/value caches. For one thread at a time. */
public interface ForwardSession extends AutoCloseable {
  int rows();

  /** How many tokens each row holds. */
  int position();

  /**
   * Appends T >= 1 tokens to each row and gives the log-probabilities after the last.
   *
   * @param ids [rows][T], the same T in each row
   * @return {@link Forward#positions()} is 1
   * @throws IllegalArgumentException when the shape is wrong, an id is outside the vocabulary, or
   *     the context would be exceeded; the session is then unchanged
   */
  Forward append(int[][] ids);

  /** As {@link #append} but with the log-probabilities after each of the T tokens. */
  Forward appendAll(int[][] ids);

  /**
   * Forgets what stands behind the first {@code position} tokens of each row; a shared beginning is
   * computed once that way.
   *
   * @throws IllegalArgumentException when {@code position} is negative or above {@link #position}
   */
  void rewind(int position);

  @Override
  void close();
}
