package glassbox.critics;

/**
 * What a critic objects to.
 *
 * @param message what is wrong, in words
 * @param start UTF-16 offset of the passage in the answer
 * @param end offset after the passage; {@code start} where the answer does not contain it
 */
public record Finding(String message, int start, int end) {
  public Finding {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no passage: " + start + " to " + end);
    }
  }
}
