package glassbox.critics.field;

/**
 * Successive characters of one field and one role.
 *
 * @param field the field
 * @param role who wrote them
 * @param start UTF-16 offset in the answer
 * @param end offset after the last
 */
public record Stretch(Field field, Role role, int start, int end) {
  public Stretch {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no stretch: " + start + " to " + end);
    }
  }
}
