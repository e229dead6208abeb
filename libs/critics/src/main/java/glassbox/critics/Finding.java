package glassbox.critics;

import glassbox.critics.field.Passage;

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

  /** A finding about the whole of a passage. */
  public static Finding in(Passage passage, String message) {
    return in(passage, message, 0, passage.text().length());
  }

  /** A finding about part of a passage, by offsets within it. */
  public static Finding in(Passage passage, String message, int from, int to) {
    return new Finding(message, passage.start() + from, passage.start() + to);
  }

  /** A finding about what stands nowhere in the answer. */
  public static Finding nowhere(String message) {
    return new Finding(message, 0, 0);
  }
}
