package glassbox.engine.legible;

/**
 * Inputs with their classes.
 *
 * @param classes one a row, from 0
 */
@SuppressWarnings("ArrayRecordComponent")
public record Examples(Inputs inputs, int[] classes) {

  public Examples {
    if (inputs.rows() != classes.length) {
      throw new IllegalArgumentException(
          inputs.rows() + " inputs cannot have " + classes.length + " classes");
    }
  }

  /** Number of examples. */
  public int size() {
    return classes.length;
  }

  /** The given ones, in that order. */
  public Examples select(int[] rows) {
    var selected = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      selected[i] = classes[rows[i]];
    }
    return new Examples(inputs.select(rows), selected);
  }
}
