package glassbox.esi.redaction;

import java.util.List;

/**
 * A text without personal data.
 *
 * @param text as long as the original, its masked characters asterisks
 * @param marks what was masked, in order; they do not overlap
 */
public record Masked(String text, List<Mark> marks) {
  public Masked {
    marks = List.copyOf(marks);
  }

  /**
   * One masked piece.
   *
   * @param kind what was there, such as {@code email}
   * @param start UTF-16 offset of its first character
   * @param end offset after its last
   */
  public record Mark(String kind, int start, int end) {}
}
