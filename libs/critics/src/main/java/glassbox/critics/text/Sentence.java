package glassbox.critics.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of a text.
 *
 * @param text without surrounding spaces, not empty
 * @param start UTF-16 offset of its first character in the whole text
 */
public record Sentence(String text, int start) {

  /** Offset after its last character. */
  public int end() {
    return start + text.length();
  }

  /** Whether it asks. */
  public boolean question() {
    return text.endsWith("?");
  }

  /**
   * Splits at line ends, semicolons, and at {@code . ! ?} before a space or the end. Linear.
   *
   * @param whole any text
   */
  public static List<Sentence> split(String whole) {
    List<Sentence> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < whole.length(); i++) {
      if (ends(whole, i)) {
        add(sentences, whole, from, i + 1);
        from = i + 1;
      }
    }
    add(sentences, whole, from, whole.length());
    return sentences;
  }

  private static boolean ends(String whole, int at) {
    return switch (whole.charAt(at)) {
      case '\n', '\r', ';' -> true;
      case '.', '!', '?' ->
          at + 1 == whole.length() || Character.isWhitespace(whole.charAt(at + 1));
      default -> false;
    };
  }

  private static void add(List<Sentence> sentences, String whole, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(whole.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(whole.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      sentences.add(new Sentence(whole.substring(start, end), start));
    }
  }
}
