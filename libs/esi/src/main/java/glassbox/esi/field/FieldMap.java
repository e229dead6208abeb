package glassbox.esi.field;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The answer's side as stretches without gaps, from its first token. Immutable; grows by {@link
 * #with}.
 */
public final class FieldMap {

  /** Nothing written yet. */
  public static final FieldMap EMPTY = new FieldMap(List.of());

  private final List<Stretch> stretches;

  private FieldMap(List<Stretch> stretches) {
    this.stretches = stretches;
  }

  /** The stretches in order. */
  public List<Stretch> stretches() {
    return stretches;
  }

  /** Tokens in all. */
  public int tokens() {
    return stretches.isEmpty() ? 0 : stretches.getLast().to();
  }

  /**
   * The map with more tokens at its end. A map without a scaffold has [Answer] alone, without its
   * marker.
   *
   * @param count at least 1
   * @throws IllegalArgumentException when a field begins without its marker, a marker is longer
   *     than one token, or a field comes again or out of order
   */
  public FieldMap with(Role role, Field field, int count) {
    if (role == Role.MARKER) {
      if (count != 1) {
        throw new IllegalArgumentException("a marker is one token");
      }
      if (!stretches.isEmpty() && field.compareTo(last().field()) <= 0) {
        throw new IllegalArgumentException(field + " comes again or too late");
      }
    } else if (stretches.isEmpty() ? field != Field.ANSWER : last().field() != field) {
      throw new IllegalArgumentException(field + " begins without its marker");
    }
    var more = new ArrayList<>(stretches);
    int at = tokens();
    Stretch last = more.isEmpty() ? null : more.getLast();
    if (last != null && role != Role.MARKER && last.role() == role) {
      more.set(more.size() - 1, new Stretch(role, field, last.from(), at + count));
    } else {
      more.add(new Stretch(role, field, at, at + count));
    }
    return new FieldMap(List.copyOf(more));
  }

  private Stretch last() {
    return stretches.getLast();
  }

  /** The map up to where a field's marker stands; the whole map where the field is absent. */
  public FieldMap before(Field field) {
    return new FieldMap(
        stretches.stream().filter(stretch -> stretch.field().compareTo(field) < 0).toList());
  }

  /** Whether a field's marker was written. */
  public boolean has(Field field) {
    return fields().contains(field);
  }

  /** Fields whose marker was written. */
  public Set<Field> fields() {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    stretches.forEach(stretch -> fields.add(stretch.field()));
    return fields;
  }

  /** Indices of a field's tokens without its marker. */
  public IntStream body(Field field) {
    return stretches.stream()
        .filter(stretch -> stretch.field() == field && stretch.role() != Role.MARKER)
        .flatMapToInt(stretch -> IntStream.range(stretch.from(), stretch.to()));
  }

  /** Indices of what the model itself wrote in a field. */
  public IntStream written(Field field) {
    return stretches.stream()
        .filter(stretch -> stretch.field() == field)
        .filter(stretch -> stretch.role() == Role.TEXT || stretch.role() == Role.CALL)
        .flatMapToInt(stretch -> IntStream.range(stretch.from(), stretch.to()));
  }

  /** Structural tokens: markers. */
  public int structure() {
    return (int) stretches.stream().filter(stretch -> stretch.role() == Role.MARKER).count();
  }
}
