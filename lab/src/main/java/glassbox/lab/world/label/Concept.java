package glassbox.lab.world.label;

import java.util.Comparator;

/**
 * A latent concept of the text.
 *
 * @param type its kind
 * @param name within the kind, for example {@code kg}
 */
public record Concept(ConceptType type, String name) implements Comparable<Concept> {

  private static final Comparator<Concept> ORDER =
      Comparator.comparing(Concept::type).thenComparing(Concept::name);

  /** The name that people and files see, for example {@code unit: kg}. */
  public String label() {
    return type.id() + ": " + name;
  }

  @Override
  public int compareTo(Concept other) {
    return ORDER.compare(this, other);
  }
}
