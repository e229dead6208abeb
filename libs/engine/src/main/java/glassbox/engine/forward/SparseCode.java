package glassbox.engine.forward;

/**
 * The code of one layer's legible bottleneck at one position: its active atoms, the most active
 * first, of equally active ones that of lower index first.
 */
public final class SparseCode {
  private final int[] atoms;
  private final float[] activations;

  /**
   * A code; the arrays are handed over, not copied.
   *
   * @param atoms indices in the layer
   * @param activations of the same atoms, above 0, descending
   */
  public SparseCode(int[] atoms, float[] activations) {
    if (atoms.length != activations.length) {
      throw new IllegalArgumentException(
          atoms.length + " atoms, " + activations.length + " values");
    }
    this.atoms = atoms;
    this.activations = activations;
  }

  /** How many atoms are active. */
  public int size() {
    return atoms.length;
  }

  /** Index in its layer of the i-th most active atom. */
  public int atom(int i) {
    return atoms[i];
  }

  /** Activation of the i-th most active atom. */
  public float activation(int i) {
    return activations[i];
  }
}
