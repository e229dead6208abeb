package glassbox.esi.decoding;

/** Tokens that are given, not drawn. */
public sealed interface Forced {

  /**
   * One special token.
   *
   * @param token its string, such as {@code [Plan]} or {@code <|done|>}
   */
  record Mark(String token) implements Forced {}

  /**
   * Plain text, encoded with special tokens off: a marker in it stays text. Not empty.
   *
   * @param text what is given
   */
  record Text(String text) implements Forced {
    public Text {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("forced text must not be empty");
      }
    }
  }
}
