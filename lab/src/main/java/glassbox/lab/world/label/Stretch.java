package glassbox.lab.world.label;

/**
 * A run of characters.
 *
 * @param from first character
 * @param to one past the last, above {@code from}
 */
public record Stretch(int from, int to) {

  public Stretch {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("no characters from " + from + " to " + to);
    }
  }

  Stretch movedBy(int characters) {
    return new Stretch(from + characters, to + characters);
  }
}
