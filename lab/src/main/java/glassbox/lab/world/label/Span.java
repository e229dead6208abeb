package glassbox.lab.world.label;

/**
 * Characters that carry a concept.
 *
 * @param from first character
 * @param to one past the last, above {@code from}
 * @param concept what they carry
 */
public record Span(int from, int to, Concept concept) {

  public Span {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("no characters from " + from + " to " + to);
    }
  }

  Span movedBy(int characters) {
    return new Span(from + characters, to + characters, concept);
  }
}
