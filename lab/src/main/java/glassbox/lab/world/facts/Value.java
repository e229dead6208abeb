package glassbox.lab.world.facts;

/**
 * The value of an attribute.
 *
 * @param text a plain decimal number, or words
 * @param unit of a number; empty for words and counts
 */
public record Value(String text, String unit) {

  /** Words, or a number without a unit. */
  public static Value of(String text) {
    return new Value(text, "");
  }

  /** Number and unit, or the words. */
  public String full() {
    return unit.isEmpty() ? text : text + " " + unit;
  }
}
