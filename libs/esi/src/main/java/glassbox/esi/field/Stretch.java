package glassbox.esi.field;

/**
 * Successive tokens of one role.
 *
 * @param role what they are
 * @param field the field they stand in
 * @param from index of the first token in the answer's side, from 0
 * @param to index behind the last; above {@code from}
 */
public record Stretch(Role role, Field field, int from, int to) {
  public Stretch {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("0 <= from < to must hold, not " + from + ", " + to);
    }
  }

  /** Tokens it has. */
  public int length() {
    return to - from;
  }
}
