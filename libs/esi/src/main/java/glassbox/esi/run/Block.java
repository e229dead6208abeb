package glassbox.esi.run;

import org.jspecify.annotations.Nullable;

/**
 * A part of the scaffold that can be redone alone.
 *
 * @param field marker of the field, such as {@code [Compute]}
 * @param label the step, tool line or paragraph within it; null for the whole field
 */
public record Block(String field, @Nullable String label) {

  /** A whole field. */
  public static Block of(String field) {
    return new Block(field, null);
  }

  /** For diagnostics, such as {@code [Compute] S2}. */
  public String name() {
    return label == null ? field : field + " " + label;
  }
}
