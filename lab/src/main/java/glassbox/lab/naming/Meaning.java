package glassbox.lab.naming;

import glassbox.lab.world.label.Concept;
import java.util.Comparator;

/**
 * What an atom may stand for.
 *
 * @param concept of the world
 * @param next whether it is the token about to be said that carries it, and not the one just read
 */
record Meaning(Concept concept, boolean next) implements Comparable<Meaning> {

  private static final Comparator<Meaning> ORDER =
      Comparator.comparing(Meaning::concept).thenComparing(Meaning::next);

  /** For example {@code unit: kg} or {@code next unit: kg}. */
  String label() {
    return next ? "next " + concept.label() : concept.label();
  }

  @Override
  public int compareTo(Meaning other) {
    return ORDER.compare(this, other);
  }
}
